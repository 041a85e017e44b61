'use client'
import { IconCircleArrowDown, IconCircleArrowUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { AttainmentBar } from '#components/ui/bars.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat, type Format } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { HcpChoice } from '#src/client/follow-up/use-follow-up.ts'
import type { FollowCell, FollowSegmentRow, FollowUpDto } from '#src/contracts/follow-up.ts'
import classes from './followup.module.css'

type Props = { view: FollowUpDto; onHcps: (choice: HcpChoice, title: string) => void }

function Cell({ cell, format, onOpen }: { cell: FollowCell | null; format: Format; onOpen: () => void }) {
  if (!cell) return <span className={classes.grey}>–</span>
  const Icon = cell.state === 'UNDER' ? IconCircleArrowDown : IconCircleArrowUp
  return (
    <button
      type="button"
      className={classes.cell}
      data-off={cell.isOff ? cell.state : undefined}
      onClick={onOpen}
    >
      <small>
        {format.milli(cell.earnedMilli, 0)}/{format.milli(cell.goalMilli, 0)}
      </small>
      <b>
        {cell.isOff && <Icon size={14} stroke={1.9} aria-hidden />}
        {format.percent(cell.attainmentBps)}
      </b>
      <AttainmentBar valueBps={cell.attainmentBps} expectedBps={cell.expectedBps} size="sm" />
    </button>
  )
}

const tintOf = (cell: FollowCell | null | undefined) =>
  cell?.isOff ? (cell.state === 'UNDER' ? 'under' : 'over') : null

/** Attainment of each segment by channel; off-plan cells are tinted, every cell opens its hcps. */
export function SegmentTable({ view, onHcps }: Props) {
  const t = useTranslations('followUp.segments')
  const format = useFormat()
  const { channels, segments, figures, settings } = view
  const whole = segments.find(({ segment }) => segment === null)
  const rows = segments.filter(({ segment }) => segment !== null)
  const columns = useMemo((): Column<FollowSegmentRow>[] => {
    const nameOf = ({ segment }: FollowSegmentRow) => (segment?.code ? segment.name : t('none'))
    const open = (row: FollowSegmentRow, channel?: { id: string; name: string }) => () =>
      onHcps(
        {
          filter: 'all',
          ...(row.segment && { segment: row.segment.code }),
          ...(channel && { channelId: channel.id }),
        },
        [row.segment ? nameOf(row) : t('all'), channel?.name].filter(Boolean).join(' · '),
      )
    const coverage = (row: FollowSegmentRow) =>
      row.hcps > 0 ? Math.round((row.seen / row.hcps) * 10_000) : null
    const seen = (row: FollowSegmentRow) => (
      <button type="button" className={classes.cell} onClick={open(row)}>
        <small>
          {format.number(row.seen)}/{format.number(row.hcps)}
        </small>
        <b>{format.percent(coverage(row))}</b>
        <AttainmentBar valueBps={coverage(row)} tone="neutral" size="sm" />
      </button>
    )
    return [
      {
        id: 'segment',
        header: t('segment'),
        width: 150,
        cell: (row) =>
          row.segment?.code ? <SegmentSwatch rank={row.segment.rank} name={row.segment.name} /> : t('none'),
        footer: <b>{t('all')}</b>,
      },
      // A channel to which nobody committed is no column.
      ...channels.flatMap((channel, index): Column<FollowSegmentRow>[] => {
        if (!whole?.cells[index]) return []
        const decimals = channel.weightMilli % 1000 ? 1 : 0
        return [
          {
            id: channel.id,
            header: (
              <>
                {channel.name}{' '}
                <span className={classes.grey}>
                  {t('weight', { value: format.milli(channel.weightMilli, decimals) })}
                </span>
              </>
            ),
            align: 'right',
            tint: (row) => tintOf(row.cells[index]),
            cell: (row) => (
              <Cell cell={row.cells[index] ?? null} format={format} onOpen={open(row, channel)} />
            ),
            footer: <Cell cell={whole.cells[index] ?? null} format={format} onOpen={open(whole, channel)} />,
          },
        ]
      }),
      {
        id: 'total',
        header: t('total'),
        align: 'right',
        tint: (row) => tintOf(row.total),
        cell: (row) => <Cell cell={row.total} format={format} onOpen={open(row)} />,
        footer: whole && <Cell cell={whole.total} format={format} onOpen={open(whole)} />,
      },
      {
        id: 'coverage',
        header: t('coverage'),
        align: 'right',
        cell: seen,
        footer: whole && seen(whole),
      },
    ]
  }, [t, format, channels, whole, onHcps])

  return (
    <Section
      title={t('title')}
      note={t('note', {
        expected: format.percent(figures.adjusted.expectedBps),
        tolerance: format.percent(settings.toleranceBps),
      })}
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rows={rows}
        rowId={(row) => row.segment?.code ?? ''}
        rowHeight={48}
        footer
        phoneRow={(row) => (
          <div className={classes.card}>
            <div className={classes.line}>
              <span>
                {row.segment?.code ? (
                  <SegmentSwatch rank={row.segment.rank} name={row.segment.name} />
                ) : (
                  t('none')
                )}
              </span>
              <b>{format.percent(row.total.attainmentBps)}</b>
            </div>
            <div className={classes.line}>
              <AttainmentBar valueBps={row.total.attainmentBps} expectedBps={row.total.expectedBps} />
              <span>
                {format.milli(row.total.earnedMilli, 0)}/{format.milli(row.total.goalMilli, 0)}
              </span>
            </div>
          </div>
        )}
      />
    </Section>
  )
}

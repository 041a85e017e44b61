'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { Sparkline } from '#components/charts/sparkline.tsx'
import { AttainmentBar } from '#components/ui/bars.tsx'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import type { FollowSectorRow, FollowUpDto } from '#src/contracts/follow-up.ts'
import classes from './followup.module.css'

type Props = { view: FollowUpDto; onSector: (id: string) => void }

const gapOf = ({ figures: { adjusted } }: FollowSectorRow): number | null =>
  adjusted.expectedMilli === null ? null : adjusted.earnedMilli - adjusted.expectedMilli
const isVacant = ({ figures }: FollowSectorRow) => figures.state === 'VACANT'

/** Sectors from the most late to the most ahead; a row leads to the sector. */
export function SectorTable({ view, onSector }: Props) {
  const t = useTranslations('followUp.sectors')
  const format = useFormat()
  const { sectors, figures, perimeter } = view
  const columns = useMemo((): Column<FollowSectorRow>[] => {
    const gap = (row: FollowSectorRow) => {
      const milli = isVacant(row) ? null : gapOf(row)
      return milli === null ? null : Math.round(milli / 1000)
    }
    const adjusted = (row: FollowSectorRow) => (isVacant(row) ? null : row.figures.adjusted.attainmentBps)
    const pace = ({ figures: { adjusted: own } }: FollowSectorRow) =>
      `${format.pace(own.requiredPaceMilli)} / ${format.pace(own.recentPaceMilli)}`
    const whole = figures.adjusted
    return [
      {
        id: 'sector',
        header: t('sector'),
        width: 190,
        sortValue: ({ name }) => name,
        cell: ({ name, lead }) => (
          <>
            <span className={classes.name}>{name}</span>
            <span className={classes.detail}>{lead ?? t('noLead')}</span>
          </>
        ),
        footer: <b>{perimeter.level === 'REGION' ? t('region') : t('network')}</b>,
      },
      {
        id: 'bar',
        header: <span className={classes.grey}>0 – {format.percent(10_000)}</span>,
        width: 130,
        phone: false,
        cell: (row) => (
          <AttainmentBar
            valueBps={adjusted(row)}
            rawBps={row.figures.raw.attainmentBps}
            expectedBps={isVacant(row) ? null : row.figures.adjusted.expectedBps}
          />
        ),
        footer: <AttainmentBar valueBps={whole.attainmentBps} expectedBps={whole.expectedBps} />,
      },
      {
        id: 'adjusted',
        header: t('adjusted'),
        align: 'right',
        sortValue: adjusted,
        cell: (row) => <b>{format.percent(adjusted(row))}</b>,
        footer: format.percent(whole.attainmentBps),
      },
      {
        id: 'raw',
        header: t('raw'),
        align: 'right',
        sortValue: (row) => row.figures.raw.attainmentBps,
        cell: (row) => <span className={classes.grey}>{format.percent(row.figures.raw.attainmentBps)}</span>,
        footer: format.percent(figures.raw.attainmentBps),
      },
      {
        id: 'gap',
        header: t('gap'),
        align: 'right',
        sortValue: gap,
        cell: (row) => format.signed(gap(row)),
        footer: format.signed(
          whole.expectedMilli === null ? null : Math.round((whole.earnedMilli - whole.expectedMilli) / 1000),
        ),
      },
      {
        id: 'pace',
        header: t('pace'),
        align: 'right',
        phone: false,
        cell: (row) => (isVacant(row) ? '–' : pace(row)),
        footer: `${format.pace(whole.requiredPaceMilli)} / ${format.pace(whole.recentPaceMilli)}`,
      },
      {
        id: 'weeks',
        header: t('weeks'),
        phone: false,
        width: 84,
        cell: ({ weeksBps, name }) => (
          <Sparkline
            values={weeksBps}
            expected={weeksBps.map(() => 10_000)}
            domain={[4000, 14_000]}
            label={t('weeksLabel', { name })}
          />
        ),
      },
      {
        id: 'chance',
        header: t('chance'),
        align: 'right',
        sortValue: (row) => row.figures.chance?.probabilityBps ?? null,
        cell: (row) => <b>{format.probability(row.figures.chance?.probabilityBps ?? null)}</b>,
        footer: <b>{format.probability(figures.chance?.probabilityBps ?? null)}</b>,
      },
      {
        id: 'status',
        header: t('status'),
        width: 112,
        cell: ({ figures: { state } }) => (state ? <StatusBadge status={state} /> : '–'),
        footer: figures.state ? <StatusBadge status={figures.state} /> : null,
      },
    ]
  }, [t, format, figures, perimeter.level])

  return (
    <Section
      title={t('title')}
      note={t('note')}
      actions={
        <div className={classes.legend} aria-hidden>
          <span>
            <i />
            {t('legendAdjusted')}
          </span>
          <span>
            <i data-kind="raw" />
            {t('legendRaw')}
          </span>
          <span>
            <i data-kind="tick" />
            {t('legendExpected')}
          </span>
        </div>
      }
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rows={sectors}
        rowId={({ id }) => id}
        rowHeight={48}
        footer
        onOpen={({ id }) => onSector(id)}
        mutedOf={isVacant}
        phoneRow={(row) => (
          <div className={classes.card}>
            <div className={classes.line}>
              <span className={classes.name}>{row.name}</span>
              {row.figures.state && <StatusBadge status={row.figures.state} />}
            </div>
            <div className={classes.line}>
              <AttainmentBar
                valueBps={isVacant(row) ? null : row.figures.adjusted.attainmentBps}
                rawBps={row.figures.raw.attainmentBps}
                expectedBps={isVacant(row) ? null : row.figures.adjusted.expectedBps}
              />
              <b>
                {format.percent(
                  isVacant(row) ? row.figures.raw.attainmentBps : row.figures.adjusted.attainmentBps,
                )}
              </b>
            </div>
            <div className={classes.line}>
              <span>{row.lead ?? t('noLead')}</span>
              <span>
                {t('chanceShort', { value: format.probability(row.figures.chance?.probabilityBps ?? null) })}
              </span>
            </div>
          </div>
        )}
      />
    </Section>
  )
}

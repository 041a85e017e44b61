'use client'
import { useMediaQuery } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useCallback, useMemo, useRef, type KeyboardEvent } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { useDesk } from './desk-context.ts'
import { PlanAnswer } from './plan-answer.tsx'
import { PlanCard } from './plan-card.tsx'
import { HcpCell, isOut, LastCell, ProposedCell } from './plan-cells.tsx'
import classes from './plan.module.css'

const PlanDetail = dynamic(() => import('./plan-detail.tsx').then((module) => module.PlanDetail), {
  ssr: false,
})

type Props = {
  rows: readonly PlanRow[]
  opened: ReadonlySet<string>
  selected: ReadonlySet<string>
  onSelect: ((selected: Set<string>) => void) | undefined
}

const rowId = (row: PlanRow) => row.hcp.hcpId
const without = ''

function changeOf(row: PlanRow) {
  if (row.refusal || row.change?.decision === 'REFUSED') return 'under' as const
  if (row.change?.decision === 'TO_DECIDE') return 'risk' as const
  return row.change ? ('brand' as const) : null
}

/** Segments as groups: theory, what is proposed, and what changed in them. */
function useGroups() {
  const t = useTranslations('plans')
  const format = useFormat()
  const { plan, state } = useDesk()
  return useMemo(() => {
    const [first] = plan.channels
    return new Map(
      state.synthesis.segments.map((one) => {
        const segment = plan.segments.find(({ code }) => code === one.segment)
        const pair = one.channels.find(({ channel }) => channel === first?.code)
        const theoretical = pair?.theoretical ?? 0
        const proposed = pair?.proposed ?? 0
        const told = [
          t('group.changes', { count: one.changes }),
          ...(one.locked > 0 ? [t('group.locked', { count: one.locked })] : []),
        ].join(', ')
        return [
          one.segment ?? without,
          {
            key: one.segment ?? without,
            label: (
              <span className={classes.group}>
                {segment ? (
                  <SegmentSwatch rank={segment.rank} name={segment.name} />
                ) : (
                  <span>{t('group.without')}</span>
                )}
                <span>{t('group.hcps', { count: one.hcps })}</span>
                <span className={classes.groupPhone}>
                  {format.number(theoretical)} → <b>{format.number(proposed)}</b>
                </span>
              </span>
            ),
            cells: {
              theoretical: format.number(theoretical),
              proposed: (
                <span className={classes.groupProposed}>
                  {format.number(proposed)}
                  {proposed !== theoretical && (
                    <b className={classes.delta}>{format.signed(proposed - theoretical)}</b>
                  )}
                </span>
              ),
              answer: <span className={classes.oneLine}>{told}</span>,
            },
          },
        ]
      }),
    )
  }, [plan, state.synthesis, t, format])
}

function useColumns(wide: boolean): Column<PlanRow>[] {
  const t = useTranslations('plans')
  const { plan, toggleDetail } = useDesk()
  return useMemo(() => {
    const who: Column<PlanRow> = {
      id: 'who',
      header: t('column.target'),
      cell: (row) => <HcpCell row={row} />,
      sortValue: ({ hcp }) => hcp.name,
      width: wide ? 232 : 180,
    }
    const segment: Column<PlanRow> = {
      id: 'segment',
      header: t('column.segment'),
      cell: ({ hcp }) => {
        const known = plan.segments.find(({ code }) => code === hcp.segment)
        return (
          <button
            type="button"
            className={classes.why}
            aria-label={t('whyOf', { name: hcp.shortName })}
            onClick={() => toggleDetail(hcp.hcpId)}
          >
            {known ? <SegmentSwatch rank={known.rank} name={known.name} /> : '…'}
          </button>
        )
      },
      width: wide ? 118 : 110,
    }
    const last: Column<PlanRow> = {
      id: 'last',
      header: t('column.last'),
      cell: (row) => <LastCell row={row} />,
      sortValue: ({ hcp }) => hcp.lastOn,
      width: 128,
    }
    const rest: Column<PlanRow>[] = [
      {
        id: 'theoretical',
        header: t('column.theoretical'),
        cell: ({ theoretical }) => (theoretical > 0 ? theoretical : '–'),
        sortValue: ({ theoretical }) => theoretical,
        align: 'right',
        width: 72,
      },
      {
        id: 'proposed',
        header: t('column.proposed'),
        cell: (row) => <ProposedCell row={row} />,
        sortValue: ({ proposed }) => proposed,
        width: 142,
      },
      { id: 'answer', header: t('column.answer'), cell: (row) => <PlanAnswer row={row} /> },
    ]
    return wide ? [who, segment, last, ...rest] : [who, segment, ...rest]
  }, [t, plan, toggleDetail, wide])
}

/** The list, under its segments; the keys of the plan work on the line in focus. */
export function PlanTable({ rows, opened, selected, onSelect }: Props) {
  const t = useTranslations('plans')
  const { plan, editable, setContacts, remove, backToTheory, toggleDetail } = useDesk()
  const wide = useMediaQuery('(min-width: 80em)', true)
  const box = useRef<HTMLDivElement>(null)
  const columns = useColumns(wide)
  const groups = useGroups()
  const groupOf = useCallback(
    ({ hcp }: PlanRow) =>
      groups.get(hcp.segment ?? without) ?? {
        key: hcp.segment ?? without,
        label: plan.segments.find(({ code }) => code === hcp.segment)?.name ?? t('group.without'),
      },
    [groups, plan.segments, t],
  )
  const detailOf = useCallback(
    (row: PlanRow) => (opened.has(row.hcp.hcpId) ? <PlanDetail row={row} /> : null),
    [opened],
  )
  const phoneRow = useCallback((row: PlanRow) => <PlanCard row={row} />, [])

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const target = event.target instanceof HTMLElement ? event.target : null
    const hcpId = target?.dataset['row']
    if (!hcpId || event.ctrlKey || event.metaKey || event.altKey) return
    const row = rows.find(({ hcp }) => hcp.hcpId === hcpId)
    const first = plan.channels[0]?.code
    if (!row || !first) return
    const acts: Record<string, () => void> = {
      '+': () => setContacts(hcpId, first, row.proposed + 1),
      '=': () => setContacts(hcpId, first, row.proposed + 1),
      '-': () => setContacts(hcpId, first, Math.max(0, row.proposed - 1)),
      x: () => remove([hcpId]),
      r: () => backToTheory([hcpId]),
      m: () => box.current?.querySelector<HTMLElement>(`[data-reason="${CSS.escape(hcpId)}"]`)?.focus(),
      p: () => toggleDetail(hcpId),
    }
    const key = event.key.toLowerCase()
    const act = acts[key]
    if (!act || (!editable && key !== 'p')) return
    event.preventDefault()
    act()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys bubble up from the focusable rows of the table
    <div ref={box} className={classes.table} onKeyDown={onKeyDown}>
      <DataTable
        label={t('tableLabel', { sector: plan.sectorName })}
        columns={columns}
        rows={rows}
        rowId={rowId}
        groupOf={groupOf}
        detailOf={detailOf}
        changeOf={changeOf}
        mutedOf={isOut}
        phoneRow={phoneRow}
        selected={selected}
        {...(onSelect && { onSelect })}
        empty={<EmptyState title={t('nothingFound')}>{t('nothingFoundWhy')}</EmptyState>}
      />
    </div>
  )
}

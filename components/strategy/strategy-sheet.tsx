'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import {
  cellValue,
  parseBlock,
  pasteBlock,
  setCell,
  type Cell,
  type Grid,
} from '#src/client/strategy/grid-model.ts'
import { daysOf } from '#src/client/strategy/strategy-figures.ts'
import type { StrategyDto } from '#src/contracts/strategy.ts'
import type { Allocation } from '#src/engine/index.ts'
import { channelColumns, flatColumns } from './sheet-columns.ts'
import { SheetHead } from './sheet-head.tsx'
import { useSheetKeys } from './use-sheet-keys.ts'
import classes from './sheet.module.css'

type Props = {
  strategy: StrategyDto
  grid: Grid
  allocation: Allocation | null
  /** Contacts of a day, for days. */
  aDay: number
  locked: boolean
  onChange: (grid: Grid) => void
  onUndo: () => void
  onRedo: () => void
  onSelect: (cell: Cell) => void
}

/** The grid segment × channel, products under it, as a spreadsheet; what it adds up to stays at the right. */
export function StrategySheet(props: Props) {
  const { strategy, grid, allocation, aDay, locked, onSelect } = props
  const t = useTranslations('strategy')
  const format = useFormat()
  const [unfolded, setUnfolded] = useState<ReadonlySet<string>>(new Set())
  const { segments, channels, products } = strategy
  const groups = useMemo(
    () => channelColumns(grid, channels, products, unfolded),
    [grid, channels, products, unfolded],
  )
  const columns = useMemo(() => flatColumns(groups), [groups])
  const table = useRef<HTMLTableElement>(null)
  const cellAt = (row: number, column: number): Cell | null => {
    const segment = segments[row]
    const one = columns[column]
    return segment && one ? { segment: segment.code, column: one } : null
  }
  const keys = useSheetKeys({
    rows: segments.length,
    columns: columns.length,
    locked,
    valueAt: ({ row, column }) => {
      const cell = cellAt(row, column)
      return cell ? cellValue(grid, cell) : 0
    },
    onWrite: ({ row, column }, value) => {
      const cell = cellAt(row, column)
      if (cell) props.onChange(setCell(grid, cell, value, segments[row]?.rank ?? 99))
    },
    onPaste: (from, text) => props.onChange(pasteBlock(grid, parseBlock(text), from, { segments, columns })),
    onUndo: props.onUndo,
    onRedo: props.onRedo,
  })
  const { place } = keys
  const segmentCode = segments[place.row]?.code
  const column = columns[place.column]
  useEffect(() => {
    if (segmentCode && column) onSelect({ segment: segmentCode, column })
  }, [segmentCode, column, onSelect])
  useEffect(() => {
    const box = table.current
    if (!box?.contains(document.activeElement)) return
    box.querySelector<HTMLElement>('[data-current]')?.focus({ preventScroll: false })
  }, [place])

  const bySegment = new Map(allocation?.totals.segments.map((total) => [total.segment, total]))
  const ofChannel = allocation?.totals.channels
  const days = (loadMilli: number) => format.number(daysOf(loadMilli, aDay))
  const money = (cents: number) => format.number(cents / 100_000)
  const dot = <span className={classes.nothing}>·</span>
  return (
    <div className={classes.scroll}>
      <table
        ref={table}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a spreadsheet: its cells take keys (ARIA grid pattern)
        role="grid"
        className={classes.sheet}
        aria-label={t('sheet.label')}
        aria-readonly={locked}
        onKeyDown={keys.onKeyDown}
        onPaste={keys.onPaste}
        onCopy={keys.onCopy}
      >
        <SheetHead
          groups={groups}
          products={products}
          onUnfold={(code) => setUnfolded(new Set([...unfolded, code]))}
        />
        <tbody>
          {segments.map((segment, row) => {
            const total = bySegment.get(segment.code)
            const asked = grid.rows.some((one) => one.segment === segment.code)
            return (
              <tr
                key={segment.code}
                data-selected={row === place.row || undefined}
                data-muted={!asked || undefined}
              >
                <th scope="row">
                  {segment.code === 'non-qualifie' ? (
                    <span className={classes.unqualified}>{segment.name}</span>
                  ) : (
                    <SegmentSwatch rank={segment.rank} name={segment.name} muted={!asked} />
                  )}
                </th>
                <td className={classes.people}>
                  {total ? (
                    <Link
                      href={directoryHref({
                        cycleId: strategy.cycleId,
                        segmentation: grid.segmentation,
                        segments: [segment.code],
                      })}
                    >
                      {format.number(total.hcps)}
                    </Link>
                  ) : (
                    '–'
                  )}
                </td>
                {columns.map((one, index) => {
                  const value = cellValue(grid, { segment: segment.code, column: one })
                  const current = row === place.row && index === place.column
                  return (
                    <td
                      key={`${one.channel} ${one.product ?? ''}`}
                      data-cell
                      tabIndex={current ? 0 : -1}
                      data-current={current || undefined}
                      data-kind={one.product === null ? 'contacts' : 'product'}
                      onMouseDown={() => keys.select({ row, column: index })}
                      onBlur={keys.commit}
                    >
                      {current && keys.typed !== null ? keys.typed : value === 0 ? dot : value}
                    </td>
                  )
                })}
                <td className={classes.total}>{total?.contacts ? format.number(total.contacts) : dot}</td>
                <td className={classes.figure}>{total?.contacts ? days(total.loadMilli) : ''}</td>
                <td className={classes.figure}>{total?.contacts ? money(total.costCents) : ''}</td>
              </tr>
            )
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sheet.contacts')}</th>
            <td className={classes.people}>{format.number(allocation?.totals.targets ?? null)}</td>
            {groups.map((group, index) => (
              <td key={group.channel.code} data-kind="channel" colSpan={1 + group.products.length}>
                {ofChannel?.[index]?.contacts ? format.number(ofChannel[index].contacts) : dot}
              </td>
            ))}
            <td className={classes.total}>{format.number(allocation?.totals.contacts ?? null)}</td>
            <td className={classes.figure}>{allocation ? days(allocation.totals.loadMilli) : '–'}</td>
            <td className={classes.figure}>{allocation ? money(allocation.totals.costCents) : '–'}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

'use client'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import {
  cellValue,
  changeRow,
  rowOf,
  setCell,
  setPosition,
  type Cell,
  type Grid,
} from '#src/client/strategy/grid-model.ts'
import { daysOf, overCount } from '#src/client/strategy/strategy-figures.ts'
import { allocateOn } from '#src/client/strategy/use-strategy.ts'
import type { StrategyDto, StrategyParts } from '#src/contracts/strategy.ts'
import type { Allocation, AllocationGround } from '#src/engine/index.ts'
import { NumberField as Field } from './number-field.tsx'
import classes from './sheet.module.css'

type Props = {
  strategy: StrategyDto
  parts: StrategyParts
  cell: Cell
  ground: AllocationGround | undefined
  allocation: Allocation | null
  aDay: number
  locked: boolean
  onChange: (grid: Grid) => void
}

/** The selected cell: its numbers, and what one more there brings. */
export function CellBar(props: Props) {
  const { strategy, parts, cell, ground, allocation, aDay, locked, onChange } = props
  const t = useTranslations('strategy.cell')
  const format = useFormat()
  const { grid } = parts
  const { segment: code, column } = cell
  const segment = strategy.segments.find((one) => one.code === code)
  const channel = strategy.channels.find((one) => one.code === column.channel)
  const product = strategy.products.find((one) => one.code === column.product)
  const row = rowOf(grid, code, column.channel)
  const value = cellValue(grid, cell)
  const rank = segment?.rank ?? 99
  const more = useMemo(() => {
    if (!ground || !allocation) return null
    const next = allocateOn(ground, { ...parts, grid: setCell(grid, cell, value + 1, rank) })
    return {
      contacts: next.totals.contacts - allocation.totals.contacts,
      days: daysOf(next.totals.loadMilli - allocation.totals.loadMilli, aDay),
      costCents: next.totals.costCents - allocation.totals.costCents,
      utilisationBps: next.totals.utilisationBps,
      over: overCount(next),
    }
  }, [ground, allocation, parts, grid, cell, value, rank, aDay])
  const shown = row?.presentations.map((one) => {
    const name = strategy.products.find(({ code: known }) => known === one.product)?.name ?? one.product
    return `${name} ${one.presentations}`
  })
  return (
    <div className={classes.bar}>
      <span className={classes.address}>
        <SegmentSwatch rank={rank} /> {segment?.name} × {channel?.name}
        {product && ` × ${product.name}`}
      </span>
      <Field
        label={product ? t('presentations') : t('contacts')}
        value={value}
        locked={locked}
        onChange={(next) => onChange(setCell(grid, cell, next ?? 0, rank))}
      />
      {product && row && value > 0 && (
        <Field
          label={t('position')}
          value={row.presentations.find((one) => one.product === product.code)?.position ?? 1}
          minimum={1}
          maximum={9}
          locked={locked}
          onChange={(next) => onChange(setPosition(grid, cell, Math.min(9, Math.max(1, next ?? 1))))}
        />
      )}
      {!product && row && (
        <>
          <Field
            label={t('maxCredited')}
            value={row.maxCredited}
            placeholder={t('none')}
            locked={locked}
            onChange={(maxCredited) => onChange(changeRow(grid, code, row.channel, { maxCredited }))}
          />
          <Field
            label={t('minimum')}
            value={row.minimum}
            locked={locked}
            onChange={(next) => onChange(changeRow(grid, code, row.channel, { minimum: next ?? 0 }))}
          />
          <Field
            label={t('priority')}
            value={row.priority}
            minimum={1}
            maximum={99}
            locked={locked}
            onChange={(next) =>
              onChange(changeRow(grid, code, row.channel, { priority: Math.min(99, Math.max(1, next ?? 1)) }))
            }
          />
          {shown && shown.length > 0 && (
            <span className={classes.field}>
              {t(`combine.${grid.combine}`, { products: shown.join(', ') })}
            </span>
          )}
        </>
      )}
      {more && (
        <span className={classes.more}>
          {t('oneMore')}
          {more.contacts === 0 && t('noMore')}
          <span hidden={more.contacts === 0}>
            <b>{format.signed(more.contacts)}</b> {t('moreContacts', { count: Math.abs(more.contacts) })}
          </span>
          <span hidden={more.contacts === 0}>
            <b>{format.signed(more.days === null ? null : Math.round(more.days))}</b> {t('moreDays')}
          </span>
          <span hidden={more.contacts === 0}>
            <b>{format.signed(Math.round(more.costCents / 100_000))}</b> {t('moreCost')}
          </span>
          <span>
            <b>{format.percent(more.utilisationBps)}</b> {t('moreUtilisation')}
          </span>
          {more.over > 0 && (
            <span className={classes.over}>
              <IconAlertTriangle size={14} stroke={1.75} aria-hidden />
              {t('moreOver', { count: format.number(more.over) })}
            </span>
          )}
        </span>
      )}
    </div>
  )
}

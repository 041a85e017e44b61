'use client'
import { IconLock } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { RibbonStep } from '#src/contracts/shell.ts'
import classes from './cycle-lines.module.css'

/** The key figure of a step, large, with what it counts beside it. */
export function StepFigure({ step }: { step: RibbonStep }) {
  const t = useTranslations('cycles.figure')
  const format = useFormat()
  const { state, figure } = step
  if (!figure)
    return (
      <span className={classes.none}>
        {state === 'LOCKED' && <IconLock size={14} stroke={1.75} aria-hidden />}
        {t(state === 'LOCKED' ? 'locked' : 'none')}
      </span>
    )
  const { kind, value, total } = figure
  const { value: number, unit } = kind.endsWith('_BPS')
    ? format.percentParts(value)
    : { value: format.number(value), unit: '' }
  if (kind.startsWith('PLAN_')) return <span className={classes.figure}>{t(kind, { count: value })}</span>
  return (
    <span className={classes.figure}>
      <b>{total === null ? number : `${number}/${format.number(total)}`}</b>
      {unit && <i>{unit}</i>}
      <span>{t(kind, { count: value })}</span>
    </span>
  )
}

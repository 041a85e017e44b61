'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from './format.ts'
import { VisuallyHidden } from './visually-hidden.tsx'
import classes from './bars.module.css'

const percent = (value: number, max: number) => `${Math.min(100, Math.max(0, (value / max) * 100))}%`

type AttainmentProps = {
  /** Adjusted attainment; null = nothing to measure against, the track alone. */
  valueBps: number | null
  rawBps?: number | null
  /** Black tick: where it should stand. */
  expectedBps?: number | null
  /** Scale; 100 % unless something goes beyond. */
  maxBps?: number
  tone?: 'brand' | 'neutral' | 'risk'
  size?: 'md' | 'sm'
  label?: string
}

/** Realised (raw behind it, paler) on its track, with the tick of what is expected. */
export function AttainmentBar(props: AttainmentProps) {
  const { valueBps, rawBps = null, expectedBps = null, tone = 'brand', size = 'md' } = props
  const t = useTranslations('common.bars')
  const format = useFormat()
  const max = props.maxBps ?? Math.max(10_000, valueBps ?? 0, rawBps ?? 0)
  const spoken = {
    value: format.percent(valueBps),
    expected: format.percent(expectedBps),
  }
  const label =
    props.label ??
    (expectedBps === null ? t('attainmentAlone', { value: spoken.value }) : t('attainment', spoken))
  return (
    <div className={classes.bullet} data-tone={tone} data-size={size}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <i className={classes.track} />
      {rawBps !== null && <i className={classes.raw} style={{ width: percent(rawBps, max) }} />}
      {valueBps !== null && <i className={classes.value} style={{ width: percent(valueBps, max) }} />}
      {expectedBps !== null && <i className={classes.tick} style={{ left: percent(expectedBps, max) }} />}
    </div>
  )
}

type ProbabilityProps = { probabilityBps: number | null; thresholdBps?: number | null }

/** A chance with the threshold, dotted, under which it alerts. */
export function ProbabilityBar({ probabilityBps, thresholdBps = null }: ProbabilityProps) {
  const t = useTranslations('common.bars')
  const format = useFormat()
  const value = format.probability(probabilityBps)
  const label =
    thresholdBps === null
      ? t('probabilityAlone', { value })
      : t('probability', { value, threshold: format.percent(thresholdBps) })
  return (
    <div className={classes.bullet}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <i className={classes.track} />
      {probabilityBps !== null && (
        <i className={classes.value} style={{ width: percent(probabilityBps, 10_000) }} />
      )}
      {thresholdBps !== null && (
        <i className={classes.threshold} style={{ left: percent(thresholdBps, 10_000) }} />
      )}
    </div>
  )
}

type RangeProps = {
  /** The 10–90 % interval and its middle, on a scale from `min` to `max`. */
  low: number
  middle: number
  high: number
  min: number
  max: number
  goal?: number | null
  threshold?: number | null
  label: string
}

/** Where it may end: an interval on an axis, the goal solid, the threshold dotted. */
export function RangeBar({ low, middle, high, min, max, goal = null, threshold = null, label }: RangeProps) {
  const at = (value: number) => percent(value - min, max - min || 1)
  return (
    <div className={classes.range}>
      <VisuallyHidden>{label}</VisuallyHidden>
      <i className={classes.axis} />
      <i className={classes.interval} style={{ left: at(low), right: `calc(100% - ${at(high)})` }} />
      <i className={classes.middle} style={{ left: at(middle) }} />
      {goal !== null && <i className={classes.goal} style={{ left: at(goal) }} />}
      {threshold !== null && <i className={classes.threshold} style={{ left: at(threshold) }} />}
    </div>
  )
}

/** The pace that is needed above the pace that is kept, on one scale; contacts a day, thousandths. */
export function PaceBar({ requiredMilli, recentMilli }: { requiredMilli: number; recentMilli: number }) {
  const t = useTranslations('common.bars')
  const format = useFormat()
  const fastest = Math.max(requiredMilli, recentMilli, 1)
  return (
    <div className={classes.pace}>
      <VisuallyHidden>
        {t('pace', { required: format.pace(requiredMilli), recent: format.pace(recentMilli) })}
      </VisuallyHidden>
      <i style={{ width: percent(requiredMilli, fastest) }} />
      <i style={{ width: percent(recentMilli, fastest) }} />
    </div>
  )
}

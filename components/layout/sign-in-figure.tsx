import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import classes from './sign-in-figure.module.css'

// An example, typed: the gap to the line of the kept plan, contact after contact, and how the sector may end.
const walk = [-1, 1, 1, 2, 2, 3, 3, 6, 5, 5, 4, 6, 6, 8, 8, 7, 8, 10]
const mean = 5.4
const deviation = 18.3
const chanceBps = 6100
const width = 400
const height = 190
const middle = 95
const start = 0
const now = 70
const end = 308
const scale = 1.55

const y = (gap: number) => middle - gap * scale
const x = (index: number) => start + (index / (walk.length - 1)) * (now - start)
const steps = 24

/** A band that opens like the square root of the time that is left. */
function band(share: number): string {
  const last = walk.at(-1) ?? 0
  const edge = (sign: number) =>
    Array.from({ length: steps + 1 }, (_, index) => {
      const part = index / steps
      const gap = last + (mean - last) * part + sign * share * deviation * Math.sqrt(part)
      return `${(now + part * (end - now)).toFixed(1)} ${y(gap).toFixed(1)}`
    })
  return `M${edge(1).join('L')}L${edge(-1).toReversed().join('L')}Z`
}

/** The bell on its side, cut at the line of the kept plan. */
function bell(from: number, to: number): string {
  const points = Array.from({ length: steps + 1 }, (_, index) => {
    const gap = from + ((to - from) * index) / steps
    const distance = (gap - mean) / deviation
    return `${(end + 8 + 44 * Math.exp(-0.5 * distance * distance)).toFixed(1)} ${y(gap).toFixed(1)}`
  })
  return `M${end + 8} ${y(from)}L${points.join('L')}L${end + 8} ${y(to)}Z`
}

export function SignInFigure() {
  const t = useTranslations('signIn.figure')
  const format = useFormat()
  const last = walk.at(-1) ?? 0
  const chance = format.percentParts(chanceBps)
  return (
    <figure className={classes.figure}>
      <svg
        viewBox={`0 0 ${width} ${height + 14}`}
        role="img"
        aria-label={t('label', { chance: format.percent(chanceBps) })}
      >
        <path d={band(1.2816)} fill="var(--ch-band)" />
        <path d={band(0.6745)} fill="var(--ch-band-2)" />
        <path d={bell(0, 55)} fill="var(--ch-line)" />
        <path d={bell(-45, 0)} fill="var(--ch-neg)" />
        <path d={`M0 ${middle}H366`} stroke="var(--ch-goal)" strokeWidth={1.25} />
        <path
          d={`M${walk.map((gap, index) => `${x(index).toFixed(1)} ${y(gap).toFixed(1)}`).join('L')}`}
          fill="none"
          stroke="var(--ch-line)"
          strokeWidth={2}
        />
        <circle cx={now} cy={y(last)} r={4} fill="var(--ch-line)" />
        <text x={0} y={y(last) - 14} className={classes.ahead}>
          {t('ahead')}
        </text>
        <text x={0} y={middle + 17} className={classes.kept}>
          {t('kept')}
        </text>
        <text x={width} y={middle - 46} textAnchor="end" className={classes.chance}>
          {chance.value}
          <tspan className={classes.unit}>{chance.unit}</tspan>
        </text>
        <text x={width} y={middle + 30} textAnchor="end">
          {format.percent(10_000 - chanceBps)}
        </text>
        <text x={0} y={height}>
          {format.day('2026-05-04')}
        </text>
        <text x={now - 14} y={height}>
          {format.day('2026-06-02')}
        </text>
        <text x={end} y={height} textAnchor="end">
          {format.day('2026-08-28')}
        </text>
      </svg>
      <figcaption>{t('caption')}</figcaption>
    </figure>
  )
}

import type { ReactNode } from 'react'
import type { Tone } from './state-badge.tsx'
import classes from './kpi.module.css'

export type KpiNumber = {
  value: ReactNode
  /** Small and grey, after the number; from `percentParts` it carries its space. */
  unit?: ReactNode
  /** What the number is, under it. */
  caption?: ReactNode
  tone?: Tone
}

type Props = {
  /** A question, that the numbers answer. */
  question: ReactNode
  main: KpiNumber
  /** Second-rank numbers beside it: expected, raw… */
  others?: readonly (KpiNumber & { key: string })[]
  /** Beside the main number: the chip of the last change. */
  change?: ReactNode
  bar?: ReactNode
  sentence?: ReactNode
  /** Takes a whole line of a phone, where blocks stand two a line. */
  wide?: boolean
}

const Figure = ({ number, main = false }: { number: KpiNumber; main?: boolean }) => (
  <div>
    <div className={main ? classes.main : classes.other} data-tone={number.tone}>
      {number.value}
      {number.unit && <span className={classes.unit}>{number.unit}</span>}
    </div>
    {number.caption && <div className={classes.caption}>{number.caption}</div>}
  </div>
)

/** A question, its numbers, one bar, one sentence. */
export function Kpi({ question, main, others = [], change, bar, sentence, wide = false }: Props) {
  return (
    <div className={classes.kpi} data-wide={wide || undefined}>
      <div className={classes.question}>{question}</div>
      <div className={classes.numbers}>
        <Figure number={main} main />
        {change}
        {others.map((number) => (
          <Figure key={number.key} number={number} />
        ))}
      </div>
      {bar && <div className={classes.bar}>{bar}</div>}
      {sentence && <p className={classes.sentence}>{sentence}</p>}
    </div>
  )
}

/** Blocks side by side, parted by hairlines; two a line on a phone. `lead`: the first figure outranks the others. */
export function KpiRow({ lead = false, children }: { lead?: boolean; children: ReactNode }) {
  return (
    <div className={classes.row} data-lead={lead || undefined}>
      {children}
    </div>
  )
}

import type { ReactNode } from 'react'
import { AttainmentBar } from '#components/ui/bars.tsx'
import classes from './charts.module.css'

export type SectorBar = {
  key: string
  name: ReactNode
  detail?: ReactNode
  valueBps: number | null
  rawBps?: number | null
  expectedBps?: number | null
  /** At the right: the rate, the status. */
  value: ReactNode
}

/** Attainment by sector, one scale for all, the tick of what is expected. */
export function SectorBars({ items }: { items: readonly SectorBar[] }) {
  const maxBps = Math.max(
    10_000,
    ...items.map(({ valueBps, rawBps }) => Math.max(valueBps ?? 0, rawBps ?? 0)),
  )
  return (
    <ul className={classes.bars}>
      {items.map(({ key, name, detail, value, valueBps, rawBps = null, expectedBps = null }) => (
        <li key={key}>
          <span className={classes.barName}>
            {name}
            {detail && <span>{detail}</span>}
          </span>
          <AttainmentBar valueBps={valueBps} rawBps={rawBps} expectedBps={expectedBps} maxBps={maxBps} />
          <span className={classes.barValue}>{value}</span>
        </li>
      ))}
    </ul>
  )
}

export type CountBar = { key: string; name: ReactNode; count: number; value: ReactNode }

/** Counts side by side: causes of impossibility, reasons of a change. */
export function CountBars({ items }: { items: readonly CountBar[] }) {
  const most = Math.max(1, ...items.map(({ count }) => count))
  return (
    <ul className={classes.bars}>
      {items.map(({ key, name, count, value }) => (
        <li key={key}>
          <span className={classes.barName}>{name}</span>
          <span className={classes.barTrack}>
            <i style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className={classes.barValue}>{value}</span>
        </li>
      ))}
    </ul>
  )
}

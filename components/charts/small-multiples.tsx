import type { ReactNode } from 'react'
import { Sparkline } from './sparkline.tsx'
import classes from './charts.module.css'

export type Multiple = {
  key: string
  name: ReactNode
  figure?: ReactNode
  values: readonly (number | null)[]
  expected?: readonly (number | null)[]
  label: string
}

/** The same small chart for each, on one scale, so that they can be compared. */
export function SmallMultiples({ items, height = 56 }: { items: readonly Multiple[]; height?: number }) {
  const every = items
    .flatMap(({ values, expected = [] }) => [...values, ...expected])
    .filter((value): value is number => value !== null)
  const domain = [Math.min(0, ...every), Math.max(1, ...every)] as const
  return (
    <div className={classes.multiples}>
      {items.map(({ key, name, figure, values, expected = [], label }) => (
        <div key={key} className={classes.multiple}>
          <header>
            <span>{name}</span>
            <b>{figure}</b>
          </header>
          <Sparkline
            values={values}
            expected={expected}
            label={label}
            width={220}
            height={height}
            domain={domain}
            color="var(--ch-line)"
          />
        </div>
      ))}
    </div>
  )
}

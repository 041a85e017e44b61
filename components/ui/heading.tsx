import type { ReactNode } from 'react'
import classes from './heading.module.css'

type Props = { order: 1 | 2; id?: string; children: ReactNode }

/** A title of a page (1) or of a part of it (2), in the sizes of the theme. */
export function Heading({ order, id, children }: Props) {
  const Level = order === 1 ? 'h1' : 'h2'
  return (
    <Level id={id} className={classes.heading} data-order={order}>
      {children}
    </Level>
  )
}

import type { ReactNode } from 'react'
import classes from './page.module.css'

type Props = {
  children: ReactNode
  /** A column at the right that stays in view (356 px); under the page on a phone. */
  side?: ReactNode
  sideLabel?: string
}

/** The margins of a screen: 24 px, 16 on a phone. */
export function Page({ children, side, sideLabel }: Props) {
  if (!side) return <div className={classes.page}>{children}</div>
  return (
    <div className={classes.split}>
      <div className={classes.page}>{children}</div>
      <aside className={classes.side} aria-label={sideLabel}>
        {side}
      </aside>
    </div>
  )
}

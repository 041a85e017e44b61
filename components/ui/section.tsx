import { useId, type ReactNode } from 'react'
import { Heading } from './heading.tsx'
import classes from './section.module.css'

type Props = {
  title: ReactNode
  /** A number beside the title, in grey. */
  count?: ReactNode
  /** What the numbers are, in grey. */
  note?: ReactNode
  actions?: ReactNode
  /** First of its column: no space above. */
  flush?: boolean
  children: ReactNode
}

/** A titled part of a page. Space separates, no box. */
export function Section({ title, count, note, actions, flush = false, children }: Props) {
  const id = useId()
  return (
    <section className={classes.section} data-flush={flush || undefined} aria-labelledby={id}>
      <header className={classes.header}>
        <Heading order={2} id={id}>
          {title}
        </Heading>
        {count !== undefined && <span className={classes.note}>{count}</span>}
        {note && <span className={classes.note}>{note}</span>}
        {actions && <div className={classes.actions}>{actions}</div>}
      </header>
      {children}
    </section>
  )
}

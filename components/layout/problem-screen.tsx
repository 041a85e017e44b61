import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import classes from './problem-screen.module.css'

type Props = {
  title: ReactNode
  what: ReactNode
  then: ReactNode
  detail?: ReactNode
  /** A link or buttons; the first is the main one. */
  actions: ReactNode
}

/**
 * A page that is not the one hoped for: what happened, what was kept, what to do. Plain elements: these screens are in
 * the first load of every page, where the library's button would come twice more.
 */
export function ProblemScreen({ title, what, then, detail, actions }: Props) {
  return (
    <main className={classes.screen}>
      <BrandMark size={32} />
      <h1>{title}</h1>
      <p>{what}</p>
      <p>{then}</p>
      <div className={classes.actions}>{actions}</div>
      {detail && <p className={classes.detail}>{detail}</p>}
    </main>
  )
}

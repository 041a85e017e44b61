import { Title } from '@mantine/core'
import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark.tsx'
import classes from './problem-screen.module.css'

type Props = { title: ReactNode; what: ReactNode; then: ReactNode; detail?: ReactNode; actions: ReactNode }

/** A page that is not the one hoped for: what happened, what was kept, what to do. */
export function ProblemScreen({ title, what, then, detail, actions }: Props) {
  return (
    <main className={classes.screen}>
      <BrandMark size={32} />
      <Title order={1}>{title}</Title>
      <p>{what}</p>
      <p>{then}</p>
      <div className={classes.actions}>{actions}</div>
      {detail && <p className={classes.detail}>{detail}</p>}
    </main>
  )
}

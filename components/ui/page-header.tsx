import type { ReactNode } from 'react'
import { Heading } from './heading.tsx'
import classes from './page-header.module.css'

type Props = {
  title: ReactNode
  /** State of what the page shows, beside its title. */
  badge?: ReactNode
  /** Grey line: perimeter, dates, freshness. */
  context?: ReactNode
  /** One sentence that says what the page says; bold what matters. */
  sentence?: ReactNode
  actions?: ReactNode
}

export function PageHeader({ title, badge, context, sentence, actions }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <div className={classes.title}>
          <Heading order={1}>{title}</Heading>
          {badge}
        </div>
        {context && <p className={classes.context}>{context}</p>}
      </div>
      {sentence && <p className={classes.sentence}>{sentence}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}

'use client'
import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import classes from './side-panel.module.css'

/** A panel from the right; from the bottom on a phone. Closed at first: its code comes after the first paint. */
export const SidePanel = dynamic(
  () => import('./side-panel-drawer.tsx').then((module) => module.SidePanelDrawer),
  { ssr: false },
)

/** Terms and values, two columns. */
export function Facts({ facts }: { facts: readonly { key: string; term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

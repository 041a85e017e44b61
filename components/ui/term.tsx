'use client'
import type { ReactNode } from 'react'
import { useHint } from './use-hint.tsx'
import classes from './term.module.css'

/** A word of the field with its definition on hover, focus and touch: the first time it stands on a screen. */
export function Term({ children, definition }: { children: ReactNode; definition: ReactNode }) {
  const { target, bubble } = useHint(definition)
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the definition must open from the keyboard too */}
      <span className={classes.term} tabIndex={0} {...target}>
        {children}
      </span>
      {bubble}
    </>
  )
}

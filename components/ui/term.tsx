'use client'
import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './term.module.css'

/** A word of the field with its definition on hover, focus and touch: the first time it stands on a screen. */
export function Term({ children, definition }: { children: ReactNode; definition: ReactNode }) {
  return (
    <Tooltip label={definition}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the definition must open from the keyboard too */}
      <span className={classes.term} tabIndex={0}>
        {children}
      </span>
    </Tooltip>
  )
}

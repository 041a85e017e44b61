'use client'
import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import classes from './data-table.module.css'

type Props = {
  label: string
  checked: boolean
  indeterminate?: boolean
  onChange: () => void
  tabIndex?: number
}

/** The box of a table's line: the whole cell ticks it. */
export function TickBox({ label, checked, indeterminate = false, onChange, tabIndex }: Props) {
  const id = useId()
  return (
    <label htmlFor={id} className={classes.target}>
      <Checkbox
        id={id}
        aria-label={label}
        checked={checked}
        indeterminate={indeterminate}
        onChange={onChange}
        tabIndex={tabIndex}
      />
    </label>
  )
}

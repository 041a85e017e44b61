'use client'
import { useId } from 'react'
import classes from './data-table.module.css'
import box from './tick-box.module.css'

type Props = {
  label: string
  checked: boolean
  indeterminate?: boolean
  onChange: () => void
  tabIndex?: number
}

/** The box of a table's line: the whole cell ticks it. Drawn as the library's, whose code is not small. */
export function TickBox({ label, checked, indeterminate = false, onChange, tabIndex }: Props) {
  const id = useId()
  return (
    <label htmlFor={id} className={classes.target}>
      <span className={box.box}>
        <input
          ref={(input) => {
            if (input) input.indeterminate = indeterminate
          }}
          id={id}
          type="checkbox"
          className={`mantine-focus-auto ${box.input}`}
          data-indeterminate={indeterminate || undefined}
          aria-label={label}
          checked={checked}
          onChange={onChange}
          tabIndex={tabIndex}
        />
        <svg viewBox="0 0 10 7" fill="none" stroke="currentColor" strokeWidth={1.4} aria-hidden>
          <path d={indeterminate ? 'M0 3.5h10' : 'M.6 3.6 3.6 6.2 9.4.8'} />
        </svg>
      </span>
    </label>
  )
}

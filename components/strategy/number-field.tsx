'use client'
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import classes from './sheet.module.css'

type Props = {
  label: string
  value: number | null
  minimum?: number
  maximum?: number
  placeholder?: string
  unit?: string
  locked?: boolean
  /** The label stands elsewhere on screen: here for screen readers alone. */
  hideLabel?: boolean
  /** null = emptied. */
  onChange: (value: number | null) => void
}

/** A short number: taken when the field is left or on Enter, so that nothing moves under the fingers. */
export function NumberField(props: Props) {
  const { label, value, minimum = 0, maximum = 366, placeholder, unit, locked = false, onChange } = props
  const { hideLabel = false } = props
  const [typed, setTyped] = useState<string | null>(null)
  function commit() {
    if (typed === null) return
    setTyped(null)
    const next = typed.trim() === '' ? null : Number(typed.replace(',', '.'))
    if (next !== null && !Number.isFinite(next)) return
    const kept = next === null ? null : Math.min(maximum, Math.max(minimum, next))
    if (kept !== value) onChange(kept)
  }
  return (
    <label className={classes.field}>
      {!hideLabel && <span>{label}</span>}
      <TextInput
        aria-label={label}
        w={56}
        size="sm"
        inputMode="decimal"
        disabled={locked}
        value={typed ?? (value === null ? '' : String(value))}
        placeholder={placeholder ?? ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.slice(0, 6))}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit()
          if (event.key === 'Escape') setTyped(null)
        }}
      />
      {unit && <span>{unit}</span>}
    </label>
  )
}

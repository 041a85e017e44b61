'use client'
import { useLocale } from 'next-intl'
import { useState, type KeyboardEvent } from 'react'
import classes from './axis-panel.module.css'

type Props = {
  label: string
  value: number
  decimals: number
  disabled?: boolean
  onCommit: (value: number) => void
}

/** A number that counts once it is finished: Enter or leaving the field; Escape gives the old one back. Arrows move by one, Shift by five. */
export function TypedNumber({ label, value, decimals, disabled = false, onCommit }: Props) {
  const locale = useLocale()
  const [typed, setTyped] = useState<string | null>(null)
  const plain = Number.isInteger(value) ? String(value) : value.toFixed(Math.max(1, decimals))
  const shown = locale === 'fr' ? plain.replace('.', ',') : plain
  function commit() {
    const number = typed === null || typed.trim() === '' ? Number.NaN : Number(typed.trim().replace(',', '.'))
    setTyped(null)
    if (Number.isFinite(number) && number !== value) onCommit(number)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') return commit()
    if (event.key === 'Escape') return setTyped(null)
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const size = (decimals > 0 ? 0.1 : 1) * (event.shiftKey ? 5 : 1)
    onCommit(Number((value + (event.key === 'ArrowUp' ? size : -size)).toFixed(6)))
  }
  return (
    <input
      className={classes.typed}
      inputMode="decimal"
      aria-label={label}
      disabled={disabled}
      value={typed ?? shown}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={onKeyDown}
    />
  )
}

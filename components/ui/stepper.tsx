'use client'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState, type KeyboardEvent } from 'react'
import classes from './stepper.module.css'

type Props = {
  /** Whose number it is, for screen readers: « Dr Montfort, visites ». */
  label: string
  value: number
  min?: number
  max?: number
  onChange: (value: number) => void
  /** Unchanged, changed and accepted, waiting for a decision, refused, not to be touched. */
  state?: 'idle' | 'changed' | 'waiting' | 'refused' | 'locked'
  describedBy?: string
}

const jump = 5

/** − n + : buttons for the thumb, arrows (Shift: five) and digits for the keyboard. */
export function Stepper({ label, value, min = 0, max = 99, onChange, state = 'idle', describedBy }: Props) {
  const t = useTranslations('common.stepper')
  // What is being typed; null when the value is shown.
  const [typed, setTyped] = useState<string | null>(null)
  const locked = state === 'locked'

  function set(next: number) {
    const kept = Math.min(max, Math.max(min, Math.round(next)))
    setTyped(null)
    if (kept !== value && !locked) onChange(kept)
  }
  function commit() {
    if (typed === null) return
    const number = typed === '' ? Number.NaN : Number(typed)
    if (Number.isFinite(number)) set(number)
    else setTyped(null)
  }
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === 'Enter') return commit()
    if (event.key === 'Escape') return setTyped(null)
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    event.stopPropagation()
    const size = event.shiftKey ? jump : 1
    set(value + (event.key === 'ArrowUp' ? size : -size))
  }

  return (
    <div className={classes.stepper} data-state={state}>
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('less', { label })}
        disabled={locked || value <= min}
        onClick={() => set(value - 1)}
      >
        <IconMinus size={14} stroke={1.9} aria-hidden />
      </button>
      <input
        role="spinbutton"
        inputMode="numeric"
        aria-label={label}
        aria-valuenow={value}
        aria-valuemin={min}
        aria-valuemax={max}
        aria-invalid={state === 'refused' || undefined}
        aria-describedby={describedBy}
        readOnly={locked}
        value={typed ?? String(value)}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.currentTarget.value.replace(/\D/g, '').slice(0, 3))}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      <button
        type="button"
        tabIndex={-1}
        aria-label={t('more', { label })}
        disabled={locked || value >= max}
        onClick={() => set(value + 1)}
      >
        <IconPlus size={14} stroke={1.9} aria-hidden />
      </button>
    </div>
  )
}

'use client'
import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import classes from './question.module.css'

type Props = {
  label: string
  unit: string | null
  value: number | null
  minimum: number | null
  maximum: number | null
  whole: boolean
  onAnswer: (value: number) => void
}

/** A pause this long means that the number is the one meant. */
const pause = 900

function parse(text: string, locale: string): number {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '')
  return plain === ''
    ? Number.NaN
    : Number(locale === 'fr' ? plain.replace(',', '.') : plain.replaceAll(',', ''))
}

/** − n +, or typed; kept after a short pause so that each press is not an answer. */
export function NumberAnswer({ label, unit, value, minimum, maximum, whole, onAnswer }: Props) {
  const t = useTranslations('common.stepper')
  const words = useTranslations('qualification.field')
  const format = useFormat()
  // What is being entered and not yet given as the answer.
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const shown = typed ?? (value === null ? '' : format.number(value, Number.isInteger(value) ? 0 : 1))
  const number = parse(shown, format.locale)
  const isOut = (one: number) =>
    (minimum !== null && one < minimum) ||
    (maximum !== null && one > maximum) ||
    (whole && !Number.isInteger(one))
  const wrong = typed !== null && typed.trim() !== '' && (!Number.isFinite(number) || isOut(number))

  function give(text: string) {
    clearTimeout(timer.current)
    const next = parse(text, format.locale)
    if (!Number.isFinite(next) || isOut(next)) return
    setTyped(null)
    onAnswer(next)
  }
  function type(text: string) {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => give(text), pause)
  }
  const step = (by: number) => {
    const from = Number.isFinite(number) ? number : (minimum ?? 0) - by
    const next = Math.min(maximum ?? Infinity, Math.max(minimum ?? -Infinity, from + by))
    type(format.number(next, Number.isInteger(next) ? 0 : 1))
  }
  return (
    <>
      <div className={classes.number} data-wrong={wrong || undefined}>
        <button type="button" aria-label={t('less', { label })} onClick={() => step(-1)}>
          <IconMinus size={18} stroke={1.75} aria-hidden />
        </button>
        <label>
          <input
            inputMode={whole ? 'numeric' : 'decimal'}
            aria-label={label}
            aria-invalid={wrong || undefined}
            value={shown}
            size={Math.max(3, shown.length)}
            onFocus={(event) => event.currentTarget.select()}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => typed !== null && give(typed)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') give(shown)
              if (event.key === 'Escape') setTyped(null)
            }}
          />
          {unit && <span>{unit}</span>}
        </label>
        <button type="button" aria-label={t('more', { label })} onClick={() => step(1)}>
          <IconPlus size={18} stroke={1.75} aria-hidden />
        </button>
      </div>
      {wrong && (
        <p className={classes.wrong} role="alert">
          {minimum !== null && maximum !== null
            ? words('between', { minimum: format.number(minimum), maximum: format.number(maximum) })
            : words(whole ? 'whole' : 'number')}
        </p>
      )}
    </>
  )
}

'use client'
import { IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './filter-chips.module.css'

export type FilterChip = {
  key: string
  label: ReactNode
  count?: ReactNode
  pressed: boolean
  /** A filter that was added: pressing it takes it away. */
  removable?: boolean
}

type Props = {
  label?: string
  chips: readonly FilterChip[]
  onToggle: (key: string) => void
  /** After the chips: a menu that adds a filter, a way to clear them. */
  children?: ReactNode
}

/** Filters as chips, in one line that slides under the thumb on a phone. */
export function FilterChips({ label, chips, onToggle, children }: Props) {
  const t = useTranslations('common.filters')
  return (
    <fieldset className={classes.bar} aria-label={label ?? t('label')}>
      {chips.map(({ key, label: words, count, pressed, removable = false }) => (
        <button
          key={key}
          type="button"
          className={classes.chip}
          aria-pressed={pressed}
          onClick={() => onToggle(key)}
        >
          {words}
          {count !== undefined && <b>{count}</b>}
          {removable && <IconX size={14} stroke={1.9} aria-hidden />}
        </button>
      ))}
      {children}
    </fieldset>
  )
}

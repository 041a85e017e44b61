'use client'
import { useTranslations } from 'next-intl'
import type { ButtonHTMLAttributes, Ref } from 'react'
import classes from './user-menu.module.css'

const initials = (name: string) =>
  name
    .replace(/^(dr|pr)\.? /i, '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .flatMap((word, index, words) => (index === 0 || index === words.length - 1 ? word.slice(0, 1) : []))
    .join('')
    .toUpperCase()

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { displayName: string; ref?: Ref<HTMLButtonElement> }

/** The way to the account: what stands in the bar, open or closed. */
export function UserButton({ displayName, ...button }: Props) {
  const t = useTranslations('shell.user')
  return (
    <button
      type="button"
      aria-label={t('open', { name: displayName })}
      {...button}
      className={classes.button}
    >
      <span className={classes.avatar}>{initials(displayName)}</span>
    </button>
  )
}

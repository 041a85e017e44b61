'use client'
import { IconSelector, IconTargetArrow } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ButtonHTMLAttributes, Ref } from 'react'
import classes from './cycle-switcher.module.css'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & { name: string; ref?: Ref<HTMLButtonElement> }

/** The cycle in hand and the way to the others: what stands in the bar, open or closed. */
export function CycleButton({ name, ...button }: Props) {
  const t = useTranslations('shell.cycles')
  return (
    <button type="button" aria-label={t('switch', { name })} {...button} className={classes.switcher}>
      <IconTargetArrow size={16} stroke={1.75} aria-hidden />
      <span>{name}</span>
      <IconSelector size={16} stroke={1.75} aria-hidden />
    </button>
  )
}

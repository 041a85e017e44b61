'use client'
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import classes from './checklist.module.css'

export type Check = {
  key: string
  done: boolean
  label: ReactNode
  detail?: ReactNode
  /** What fills the gap: a link or a button. */
  action?: ReactNode
}

/** Everything that a step asks for, what is there and what is missing, in words. */
export function Checklist({ checks, label }: { checks: readonly Check[]; label?: string }) {
  const t = useTranslations('common.checklist')
  return (
    <ul className={classes.list} aria-label={label}>
      {checks.map(({ key, done, label: words, detail, action }) => {
        const Icon = done ? IconCircleCheck : IconCircleX
        return (
          <li key={key} data-done={done || undefined}>
            <Icon size={18} stroke={1.75} aria-label={done ? t('done') : t('missing')} />
            <span>
              {words}
              {detail && <span className={classes.detail}>{detail}</span>}
            </span>
            {!done && action}
          </li>
        )
      })}
    </ul>
  )
}

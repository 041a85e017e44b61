'use client'
import { IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useOnline } from '#src/client/offline/use-offline-queue.ts'
import classes from './field.module.css'

/** The count of entries that the server does not have yet: in view as long as there is one. */
export function NetworkState({ waiting, short = false }: { waiting: number; short?: boolean }) {
  const t = useTranslations('qualification.field')
  const common = useTranslations('common.save')
  const online = useOnline()
  if (online && waiting === 0) return null
  const Icon = online ? IconCloudUp : IconCloudOff
  const words = waiting > 0 ? common('waitingCount', { count: waiting }) : ''
  return (
    <output className={classes.network} aria-label={`${online ? '' : t('offline')} ${words}`}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {short ? (
        waiting > 0 && <b>{waiting}</b>
      ) : (
        <span>{[online ? null : t('offline'), words].filter(Boolean).join(', ')}</span>
      )}
    </output>
  )
}

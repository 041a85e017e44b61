'use client'
import { IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useOnline } from '#src/client/offline/use-offline-queue.ts'
import classes from './calls.module.css'

/** On line or not, and how many calls the server does not have yet: always in view while entering. */
export function NetworkState({ waiting }: { waiting: number }) {
  const t = useTranslations('calls.network')
  const online = useOnline()
  const Icon = !online ? IconCloudOff : waiting > 0 ? IconCloudUp : IconCloudCheck
  return (
    <output className={classes.network}>
      <Icon size={18} stroke={1.75} aria-hidden />
      {waiting > 0 ? t('waiting', { count: waiting }) : t(online ? 'online' : 'offline')}
    </output>
  )
}

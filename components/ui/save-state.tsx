'use client'
import { IconCloudCheck, IconCloudOff, IconCloudUpload, IconCloudX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useFormat } from './format.ts'
import classes from './save-state.module.css'

export type SaveStatus =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** Kept on the device since that instant, sent when the network is back. */
  | { kind: 'waiting'; since: string; count?: number }
  | { kind: 'failed' }

const icons = {
  idle: IconCloudCheck,
  saving: IconCloudUpload,
  saved: IconCloudCheck,
  waiting: IconCloudOff,
  failed: IconCloudX,
}

/** « Enregistré à 9:08 », « En attente, 9:31 »: always in view while entering. */
export function SaveState({ status }: { status: SaveStatus }) {
  const t = useTranslations('common.save')
  const format = useFormat()
  const Icon = icons[status.kind]
  const words = () => {
    if (status.kind === 'saved') return t('saved', { time: format.time(status.at) })
    if (status.kind !== 'waiting') return t(status.kind)
    const waiting = status.count === undefined ? null : t('waitingCount', { count: status.count })
    return waiting ?? t('waiting', { time: format.time(status.since) })
  }
  return (
    <output className={classes.state} data-kind={status.kind}>
      <Icon size={16} stroke={1.75} aria-hidden />
      <span>{words()}</span>
    </output>
  )
}

'use client'
import { Drawer } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { NavIcon } from './nav-icon.tsx'
import type { NavEntry, NavKey } from './navigation.ts'
import classes from './bottom-bar.module.css'

type Props = {
  opened: boolean
  onClose: () => void
  entries: readonly NavEntry[]
  counts: Partial<Record<NavKey, number>>
}

/** The entries that the bottom bar of a phone has no room for. */
export function MoreSheet({ opened, onClose, entries, counts }: Props) {
  const t = useTranslations('shell')
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="bottom"
      size="auto"
      title={t('more')}
      closeButtonProps={{ 'aria-label': t('closeMore') }}
      classNames={{ content: classes.sheet }}
    >
      {entries.map(({ key, href }) => (
        <Link key={key} href={href} className={classes.line} onClick={onClose}>
          <NavIcon entry={key} size={20} />
          <span>{t(`nav.${key}`)}</span>
          {(counts[key] ?? 0) > 0 && <b>{counts[key]}</b>}
        </Link>
      ))}
    </Drawer>
  )
}

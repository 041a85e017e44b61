'use client'
import { Kbd } from '@mantine/core'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { BrandMark } from './brand-mark.tsx'
import { NavIcon } from './nav-icon.tsx'
import { isCurrent, type NavEntry, type Navigation, type NavKey } from './navigation.ts'
import classes from './rail.module.css'

type Props = {
  navigation: Navigation
  counts: Partial<Record<NavKey, number>>
  pathname: string
  folded: boolean
  onFold: () => void
}

export function Rail({ navigation, counts, pathname, folded, onFold }: Props) {
  const t = useTranslations('shell')
  const entry = ({ key, href }: NavEntry) => {
    const count = counts[key] ?? 0
    const current = isCurrent(href, pathname)
    return (
      <Link
        key={key}
        href={href}
        className={classes.entry}
        aria-current={current ? 'page' : undefined}
        title={folded ? t(`nav.${key}`) : undefined}
      >
        <NavIcon entry={key} />
        <span className={classes.label}>{t(`nav.${key}`)}</span>
        {count > 0 && (
          <span className={classes.count} data-hot={key === 'alerts' || undefined}>
            {count}
          </span>
        )}
      </Link>
    )
  }
  const Fold = folded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  return (
    <div className={classes.rail} data-folded={folded || undefined}>
      <Link href="/" className={classes.brand} aria-label={t('brandHome')}>
        <BrandMark />
        <span className={classes.label}>Visée</span>
      </Link>
      <nav aria-label={t('mainNavigation')}>
        {navigation.main.map(entry)}
        {navigation.second.length > 0 && (
          <>
            <div className={classes.group}>{t('lab')}</div>
            {navigation.second.map(entry)}
          </>
        )}
      </nav>
      <button
        type="button"
        className={classes.fold}
        onClick={onFold}
        aria-label={folded ? t('unfold') : t('fold')}
      >
        <Fold size={18} stroke={1.75} aria-hidden />
        <span className={classes.label}>{t('fold')}</span>
        <Kbd className={classes.key}>[</Kbd>
      </button>
    </div>
  )
}

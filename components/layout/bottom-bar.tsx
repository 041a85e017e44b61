'use client'
import { IconDots } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { NavIcon } from './nav-icon.tsx'
import { isCurrent, type Navigation, type NavKey } from './navigation.ts'
import classes from './bottom-bar.module.css'

const MoreSheet = dynamic(() => import('./more-sheet.tsx').then((module) => module.MoreSheet), { ssr: false })

type Props = { navigation: Navigation; counts: Partial<Record<NavKey, number>>; pathname: string }

/** The rail of a phone: four entries, the others in a sheet. */
export function BottomBar({ navigation, counts, pathname }: Props) {
  const t = useTranslations('shell')
  const [open, setOpen] = useState(false)
  // The sheet's code is fetched at the first opening, and kept.
  const [asked, setAsked] = useState(false)
  const show = () => {
    setAsked(true)
    setOpen(true)
  }
  const hidden = navigation.more.some(({ key }) => (counts[key] ?? 0) > 0)
  return (
    <nav className={classes.bar} aria-label={t('mainNavigation')}>
      {navigation.phone.map(({ key, href }) => (
        <Link
          key={key}
          href={href}
          className={classes.entry}
          aria-current={isCurrent(href, pathname) ? 'page' : undefined}
        >
          <NavIcon entry={key} size={20} />
          <span>{t(`short.${key}`)}</span>
          {(counts[key] ?? 0) > 0 && <span className={classes.badge}>{counts[key]}</span>}
        </Link>
      ))}
      {navigation.more.length > 0 && (
        <button type="button" className={classes.entry} onClick={show} aria-haspopup="dialog">
          <IconDots size={20} stroke={1.75} aria-hidden />
          <span>{t('more')}</span>
          {hidden && <span className={classes.dot} />}
        </button>
      )}
      {asked && (
        <MoreSheet opened={open} onClose={() => setOpen(false)} entries={navigation.more} counts={counts} />
      )}
    </nav>
  )
}

'use client'
import { ActionIcon, Kbd } from '@mantine/core'
import { IconBell, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import type { SearchHit, ShellDto } from '#src/contracts/shell.ts'
import type { FrameAccount } from './frame-account.ts'
import { CycleButton } from './cycle-button.tsx'
import { cycleOf, type Navigation } from './navigation.ts'
import { useAfterPaint } from '#components/ui/use-after-paint.ts'
import { UserButton } from './user-button.tsx'
import classes from './top-bar.module.css'

const SearchDialog = dynamic(() => import('./search-dialog.tsx').then((module) => module.SearchDialog), {
  ssr: false,
})

const loadMenus = () =>
  Promise.all([import('./cycle-switcher.tsx'), import('./user-menu.tsx')]).then(([cycle, user]) => ({
    ...cycle,
    ...user,
  }))

type Props = {
  account: FrameAccount
  shell: ShellDto
  navigation: Navigation
  pathname: string
  /** The cycle of the screen, where the address does not name it. */
  shownCycle: string | null
  search: ((text: string) => Promise<SearchHit[]>) | undefined
  slotRef: (element: HTMLElement | null) => void
}

export function TopBar({ account, shell, navigation, pathname, shownCycle, search, slotRef }: Props) {
  const t = useTranslations('shell')
  const [searching, setSearching] = useState(false)
  // The dialog's code is fetched at the first opening, and kept.
  const [opened, setOpened] = useState(false)
  const open = () => {
    setOpened(true)
    setSearching(true)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      open()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  const menus = useAfterPaint(loadMenus)
  const everyCycle = account.role === 'HQ' || account.role === 'ADMIN'
  const cycleId = cycleOf(pathname) ?? shownCycle ?? (everyCycle ? null : shell.currentCycleId)
  const cycleName = shell.cycles.find(({ id }) => id === cycleId)?.name ?? t('cycles.all')
  const alerts = [...navigation.main, ...navigation.second].find(({ key }) => key === 'alerts')
  return (
    <header className={classes.bar}>
      <span className={classes.lab}>
        <span className={classes.mark} aria-hidden>
          {account.lab.name
            .replace(/^laboratoires?\s+/i, '')
            .slice(0, 1)
            .toUpperCase()}
        </span>
        <span className={classes.labName}>{account.lab.name}</span>
      </span>
      <span className={classes.slash} aria-hidden>
        /
      </span>
      {menus ? (
        <menus.CycleSwitcher cycles={shell.cycles} shown={cycleId} name={cycleName} pathname={pathname} />
      ) : (
        <CycleButton name={cycleName} />
      )}
      <button type="button" className={classes.search} onClick={open} aria-label={t('search.open')}>
        <IconSearch size={16} stroke={1.75} aria-hidden />
        <span>{t('search.placeholder')}</span>
        <Kbd>Ctrl K</Kbd>
      </button>
      <div ref={slotRef} className={classes.slot} />
      {alerts && (
        <ActionIcon
          component={Link}
          href={alerts.href}
          className={classes.bell}
          aria-label={t('alertsOpen', { count: shell.openAlerts })}
        >
          <IconBell size={18} stroke={1.75} aria-hidden />
          {shell.openAlerts > 0 && <span className={classes.pip} />}
        </ActionIcon>
      )}
      {menus ? <menus.UserMenu account={account} /> : <UserButton displayName={account.displayName} />}
      {opened && (
        <SearchDialog
          opened={searching}
          onClose={() => setSearching(false)}
          navigation={navigation}
          cycles={shell.cycles}
          search={search}
        />
      )}
    </header>
  )
}

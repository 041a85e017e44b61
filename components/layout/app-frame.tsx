'use client'
import { useTranslations } from 'next-intl'
import { usePathname } from 'next/navigation'
import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { SearchHit, ShellDto } from '#src/contracts/shell.ts'
import { BottomBar } from './bottom-bar.tsx'
import { railCookie, type FrameAccount } from './frame-account.ts'
import { cycleOf, isDense, navigationFor, type NavKey } from './navigation.ts'
import { Rail } from './rail.tsx'
import { ShownCycleContext } from './shown-cycle.tsx'
import { TopBar } from './top-bar.tsx'
import { TopSlotContext } from './top-slot.tsx'
import classes from './app-frame.module.css'

type Props = {
  account: FrameAccount
  shell: ShellDto
  /** As the `rail` cookie says, so that the first paint is the right one; null = the person never chose. */
  folded?: boolean | null
  /** Finds hcps and sectors; screens and cycles are found without it. */
  search?: (text: string) => Promise<SearchHit[]>
  children: ReactNode
}

const aYear = 31_536_000

export function AppFrame({ account, shell, folded: chosen = null, search, children }: Props) {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const [choice, setChoice] = useState(chosen)
  const folded = choice ?? isDense(pathname)
  const [shownCycle, setShownCycle] = useState<string | null>(null)
  const [slot, setSlot] = useState<HTMLElement | null>(null)
  const cycleId = cycleOf(pathname) ?? shell.currentCycleId
  const { role, readOnly } = account
  const navigation = useMemo(() => navigationFor({ role, readOnly }, cycleId), [role, readOnly, cycleId])
  const counts: Partial<Record<NavKey, number>> = {
    alerts: shell.openAlerts,
    qualify: shell.toQualify,
    plan: role === 'REP' ? shell.waitingPlans : 0,
    team: role === 'MANAGER' ? shell.waitingPlans : 0,
  }

  const toggle = useCallback(() => {
    document.cookie = `${railCookie}=${folded ? 'open' : 'folded'};path=/;max-age=${aYear};samesite=lax`
    setChoice(!folded)
  }, [folded])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing =
        event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]')
      if (event.key === '[' && !typing) toggle()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [toggle])

  return (
    <TopSlotContext value={slot}>
      <a className="skip" href="#contenu">
        {t('skip')}
      </a>
      <div className={classes.frame} data-folded={folded || undefined}>
        <Rail navigation={navigation} counts={counts} pathname={pathname} folded={folded} onFold={toggle} />
        <div className={classes.main}>
          <TopBar
            account={account}
            shell={shell}
            navigation={navigation}
            pathname={pathname}
            shownCycle={shownCycle}
            search={search}
            slotRef={setSlot}
          />
          <main id="contenu" className={classes.content} tabIndex={-1}>
            <ShownCycleContext value={setShownCycle}>{children}</ShownCycleContext>
          </main>
        </div>
        <BottomBar navigation={navigation} counts={counts} pathname={pathname} />
      </div>
    </TopSlotContext>
  )
}

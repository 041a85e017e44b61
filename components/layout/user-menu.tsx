'use client'
import { Button, Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconDevices, IconLogout } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { client } from '#src/client/api.ts'
import { isLocale, locales, type Locale } from '#src/i18n/locale.ts'
import type { FrameAccount } from './frame-account.ts'
import { keepLocale } from './keep-locale.ts'
import { UserButton } from './user-button.tsx'
import classes from './user-menu.module.css'

const schemes = ['light', 'dark', 'auto'] as const

export function UserMenu({ account }: { account: FrameAccount }) {
  const t = useTranslations('shell.user')
  const locale = useLocale()
  const router = useRouter()
  const { colorScheme, setColorScheme } = useMantineColorScheme()

  async function speak(next: Locale) {
    keepLocale(next)
    // A refused write only loses the language of the mails: the cookie holds that of the screens.
    await client.account.setLocale({ locale: next }).catch(() => undefined)
    router.refresh()
  }
  async function leave() {
    // Fetched when it is needed: it is not small, and few sign out.
    const { signOut } = await import('next-auth/react')
    await signOut({ callbackUrl: '/connexion' })
  }
  async function leaveEverywhere() {
    await client.account.signOutEverywhere()
    await leave()
  }

  return (
    <Popover position="bottom-end" width={280} trapFocus returnFocus>
      <Popover.Target>
        <UserButton displayName={account.displayName} />
      </Popover.Target>
      <Popover.Dropdown className={classes.panel} aria-label={t('open', { name: account.displayName })}>
        <div className={classes.who}>
          <b>{account.displayName}</b>
          <span>{account.email}</span>
          <span>
            {t(`role.${account.role}`)}
            {account.readOnly && `, ${t('readOnly')}`}
          </span>
        </div>
        <div>
          <span className={classes.label}>{t('language')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('language')}
            value={locale}
            onChange={(value) => isLocale(value) && void speak(value)}
            data={locales.map((value) => ({ value, label: t(`languages.${value}`) }))}
          />
        </div>
        <div>
          <span className={classes.label}>{t('theme')}</span>
          <SegmentedControl
            fullWidth
            aria-label={t('theme')}
            value={colorScheme}
            onChange={(value) => {
              const scheme = schemes.find((one) => one === value)
              if (scheme) setColorScheme(scheme)
            }}
            data={schemes.map((value) => ({ value, label: t(`themes.${value}`) }))}
          />
        </div>
        <Button
          variant="default"
          fullWidth
          leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />}
          onClick={() => void leave()}
        >
          {t('signOut')}
        </Button>
        <Button
          variant="subtle"
          fullWidth
          leftSection={<IconDevices size={16} stroke={1.75} aria-hidden />}
          onClick={() => void leaveEverywhere()}
        >
          {t('signOutEverywhere')}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

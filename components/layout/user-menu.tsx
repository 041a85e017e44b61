'use client'
import { Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDevices, IconLogout } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { signOut } from 'next-auth/react'
import { useRouter } from 'next/navigation'
import { client } from '#src/client/api.ts'
import { locales, type Locale } from '#src/i18n/locale.ts'
import type { FrameAccount } from './frame-account.ts'
import { keepLocale } from './keep-locale.ts'
import classes from './user-menu.module.css'

const schemes = ['light', 'dark', 'auto'] as const
const initials = (name: string) =>
  name
    .replace(/^(dr|pr)\.? /i, '')
    .split(/[\s-]+/)
    .filter(Boolean)
    .flatMap((word, index, words) => (index === 0 || index === words.length - 1 ? word.slice(0, 1) : []))
    .join('')
    .toUpperCase()

const tick = (shown: boolean) => (shown ? <IconCheck size={14} stroke={2} aria-hidden /> : null)

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
  const leave = () => void signOut({ callbackUrl: '/connexion' })
  async function leaveEverywhere() {
    await client.account.signOutEverywhere()
    leave()
  }

  return (
    <Menu position="bottom-end" width={264} keepMounted={false}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={t('open', { name: account.displayName })}
        >
          <span className={classes.avatar}>{initials(account.displayName)}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <b>{account.displayName}</b>
          <span>{account.email}</span>
          <span>
            {t(`role.${account.role}`)}
            {account.readOnly && `, ${t('readOnly')}`}
          </span>
        </div>
        <Menu.Divider />
        <Menu.Label>{t('language')}</Menu.Label>
        {locales.map((one) => (
          <Menu.Item key={one} lang={one} rightSection={tick(one === locale)} onClick={() => void speak(one)}>
            {t(`languages.${one}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{t('theme')}</Menu.Label>
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            rightSection={tick(scheme === colorScheme)}
            onClick={() => setColorScheme(scheme)}
          >
            {t(`themes.${scheme}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.75} aria-hidden />} onClick={leave}>
          {t('signOut')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconDevices size={16} stroke={1.75} aria-hidden />}
          onClick={() => void leaveEverywhere()}
        >
          {t('signOutEverywhere')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

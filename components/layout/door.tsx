'use client'
import { SegmentedControl } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import type { ReactNode } from 'react'
import { isLocale, locales } from '#src/i18n/locale.ts'
import { BrandMark } from './brand-mark.tsx'
import { keepLocale } from './keep-locale.ts'
import classes from './door.module.css'

/** What stands before a session: the mark, the language, one narrow column. */
export function Door({ children }: { children: ReactNode }) {
  const t = useTranslations('shell.user')
  const locale = useLocale()
  const router = useRouter()
  return (
    <main className={classes.door}>
      <header className={classes.top}>
        <span className={classes.brand}>
          <BrandMark />
          Visée
        </span>
        <SegmentedControl
          aria-label={t('language')}
          value={locale}
          onChange={(value) => {
            if (!isLocale(value)) return
            keepLocale(value)
            router.refresh()
          }}
          data={locales.map((one) => ({ value: one, label: t(`languages.${one}`) }))}
        />
      </header>
      <div className={classes.column}>{children}</div>
    </main>
  )
}

'use client'
import { Tabs } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Page } from '#components/layout/page.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { Actor } from '#src/contracts/actor.ts'
import { administrationSections } from '#src/client/administration/sections.ts'
import classes from './administration.module.css'

type Props = { actor: Pick<Actor, 'role' | 'readOnly'>; children: ReactNode }

/** The parts of administration that this role opens. */
export function AdministrationTabs({ actor, children }: Props) {
  const t = useTranslations('administration')
  const pathname = usePathname()
  const sections = administrationSections(actor)
  const current = sections.find((section) => pathname.startsWith(`/administration/${section}`)) ?? null
  return (
    <Page>
      <PageHeader title={t('title')} sentence={current && t(`sentence.${current}`)} />
      <Tabs value={current} mb="md">
        <Tabs.List className={classes.tabs}>
          {sections.map((section) => (
            <Tabs.Tab
              key={section}
              value={section}
              // A tab is a link: it opens in another tab of the browser, and the address says where one is.
              renderRoot={(props) => <Link {...props} href={`/administration/${section}`} />}
            >
              {t(`tab.${section}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      {children}
    </Page>
  )
}

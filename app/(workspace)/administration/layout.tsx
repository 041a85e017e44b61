import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { AdministrationTabs } from '#components/administration/administration-tabs.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('administration')
  return { title: t('title') }
}

export default async function AdministrationLayout({ children }: { children: ReactNode }) {
  const { actor } = await pageQueries()
  return (
    <AdministrationTabs actor={{ role: actor.role, readOnly: actor.readOnly }}>{children}</AdministrationTabs>
  )
}

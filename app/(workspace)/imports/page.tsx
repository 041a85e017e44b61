import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportsScreen } from '#components/imports/imports-screen.tsx'
import { importPages } from '#src/client/imports/import-pages.ts'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

export default async function ImportsPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchInfiniteQuery(direct.imports.list.infiniteOptions(importPages))
  return (
    <HydrationBoundary state={dehydrated()}>
      <ImportsScreen actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

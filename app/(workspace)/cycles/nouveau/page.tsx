import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewCycleScreen } from '#components/cycles/new-cycle-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cycles')
  return { title: t('new') }
}

export default async function NewCyclePage() {
  const { direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.cycles.options.queryOptions())
  await queryClient.prefetchQuery(direct.cycles.shell.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <NewCycleScreen />
    </HydrationBoundary>
  )
}

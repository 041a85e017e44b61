import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CyclesScreen } from '#components/cycles/cycles-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cycles')
  return { title: t('title') }
}

export default async function CyclesPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.cycles.list.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <CyclesScreen actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ConsolidationScreen } from '#components/plans/consolidation-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans.consolidation')
  return { title: t('title') }
}

type Props = { params: Promise<{ cycleId: string }> }

export default async function ConsolidationPage({ params }: Props) {
  const { cycleId } = await params
  const { direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.plans.overview.queryOptions({ input: { cycleId } }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <ConsolidationScreen cycleId={cycleId} />
    </HydrationBoundary>
  )
}

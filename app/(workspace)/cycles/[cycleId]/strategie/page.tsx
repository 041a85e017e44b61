import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StrategyScreen } from '#components/strategy/strategy-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('strategy')
  return { title: t('title') }
}

type Props = { params: Promise<{ cycleId: string }> }

export default async function StrategyPage({ params }: Props) {
  const { cycleId } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.strategy.get.queryOptions({ input: { id: cycleId } }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <StrategyScreen cycleId={cycleId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { ORPCError } from '@orpc/client'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { PlanScreen } from '#components/plans/plan-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans')
  return { title: t('title') }
}

type Props = { params: Promise<{ planId: string }> }

export default async function PlanPage({ params }: Props) {
  const { planId } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const query = direct.plans.get.queryOptions({ input: { id: planId } })
  const plan = await queryClient.fetchQuery(query).catch((error: unknown) => {
    if (error instanceof ORPCError && error.status < 500) notFound()
    throw error
  })
  await queryClient.prefetchQuery(direct.cycles.ribbon.queryOptions({ input: { id: plan.cycleId } }))
  const { items } = await direct.plans.list.call()
  return (
    <HydrationBoundary state={dehydrated()}>
      <PlanScreen
        planId={planId}
        cycleId={plan.cycleId}
        signatory={actor.displayName}
        otherPlans={items.length > 1}
      />
    </HydrationBoundary>
  )
}

import { ORPCError } from '@orpc/client'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ReviewScreen } from '#components/plans/review-screen.tsx'
import { TeamScreen } from '#components/plans/team-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans.team')
  return { title: t('title') }
}

type Props = { params: Promise<{ planId: string }> }

export default async function ReviewPage({ params }: Props) {
  const { planId } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const query = direct.plans.get.queryOptions({ input: { id: planId } })
  const { cycleId } = await queryClient.fetchQuery(query).catch((error: unknown) => {
    if (error instanceof ORPCError && error.status < 500) notFound()
    throw error
  })
  await Promise.all([
    queryClient.prefetchQuery(direct.plans.overview.queryOptions({ input: { cycleId } })),
    queryClient.prefetchQuery(direct.cycles.ribbon.queryOptions({ input: { id: cycleId } })),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <TeamScreen planId={planId} cycleId={cycleId}>
        <ReviewScreen planId={planId} signatory={actor.displayName} />
      </TeamScreen>
    </HydrationBoundary>
  )
}

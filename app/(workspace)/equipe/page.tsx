import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TeamEmpty } from '#components/plans/team-empty.tsx'
import { TeamScreen } from '#components/plans/team-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans.team')
  return { title: t('title') }
}

export default async function TeamPage() {
  const { direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.plans.overview.queryOptions({ input: {} }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <TeamScreen planId={null}>
        <TeamEmpty />
      </TeamScreen>
    </HydrationBoundary>
  )
}

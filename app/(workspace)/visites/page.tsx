import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CallsScreen } from '#components/calls/calls-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('calls')
  return { title: t('title') }
}

export default async function CallsPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.calls.options.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <CallsScreen memberId={actor.memberId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

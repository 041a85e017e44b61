import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FollowUpScreen } from '#components/followup/follow-up-screen.tsx'
import { readPerimeter } from '#src/client/follow-up/perimeter.ts'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('followUp')
  return { title: t('title') }
}

type Props = {
  params: Promise<{ cycleId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function FollowUpPage({ params, searchParams }: Props) {
  const { cycleId } = await params
  const search = await searchParams
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const perimeter = readPerimeter(cycleId, (name) => [search[name]].flat()[0] ?? null)
  await Promise.all([
    queryClient.prefetchQuery(direct.followUp.get.queryOptions({ input: perimeter })),
    queryClient.prefetchQuery(direct.alerts.list.queryOptions({ input: { cycleId } })),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <FollowUpScreen cycleId={cycleId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TargetingScreen } from '#components/targeting/targeting-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('targeting')
  return { title: t('title') }
}

type Props = { params: Promise<{ cycleId: string }> }

export default async function TargetingPage({ params }: Props) {
  const { cycleId } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.targeting.get.queryOptions({ input: { id: cycleId } }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <TargetingScreen cycleId={cycleId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

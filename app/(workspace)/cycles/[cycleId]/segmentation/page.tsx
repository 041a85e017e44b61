import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StudioScreen } from '#components/segmentation/studio-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('segmentation')
  return { title: t('title') }
}

export default async function SegmentationPage({ params }: { params: Promise<{ cycleId: string }> }) {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const { cycleId } = await params
  await Promise.all([
    queryClient.prefetchQuery(direct.segmentation.get.queryOptions({ input: { id: cycleId } })),
    queryClient.prefetchQuery(direct.segmentation.run.queryOptions({ input: { id: cycleId } })),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <StudioScreen cycleId={cycleId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

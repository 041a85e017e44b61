import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CycleScreen } from '#components/cycles/cycle-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('cycles')
  return { title: t('one') }
}

type Props = { params: Promise<{ cycleId: string }> }

export default async function CyclePage({ params }: Props) {
  const { cycleId: id } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const input = { id }
  await Promise.all([
    queryClient.prefetchQuery(direct.cycles.get.queryOptions({ input })),
    queryClient.prefetchQuery(direct.cycles.checklist.queryOptions({ input })),
    queryClient.prefetchQuery(direct.cycles.history.queryOptions({ input })),
    queryClient.prefetchQuery(direct.cycles.options.queryOptions()),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <CycleScreen cycleId={id} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { CycleFrame } from '#components/cycles/cycle-frame.tsx'
import { pageQueries } from '#src/server/api/page.ts'

type Props = { params: Promise<{ cycleId: string }>; children: ReactNode }

export default async function CycleLayout({ params, children }: Props) {
  const { cycleId } = await params
  const { direct, queryClient, dehydrated } = await pageQueries()
  await queryClient.prefetchQuery(direct.cycles.ribbon.queryOptions({ input: { id: cycleId } }))
  const known = queryClient.getQueryData(direct.cycles.ribbon.queryKey({ input: { id: cycleId } }))
  if (!known) notFound()
  return (
    <HydrationBoundary state={dehydrated()}>
      <CycleFrame cycleId={cycleId}>{children}</CycleFrame>
    </HydrationBoundary>
  )
}

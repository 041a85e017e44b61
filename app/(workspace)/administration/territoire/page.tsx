import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { TerritoryScreen } from '#components/administration/territory-screen.tsx'
import { administrationSections, may } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function TerritoryPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (!administrationSections(actor).includes('territoire')) notFound()
  await queryClient.prefetchQuery(direct.administration.territory.get.queryOptions({ input: {} }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <TerritoryScreen mayWrite={may(actor, 'territory.write')} />
    </HydrationBoundary>
  )
}

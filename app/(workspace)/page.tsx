import { HydrationBoundary } from '@tanstack/react-query'
import { HomeScreen } from '#components/home/home-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export default async function HomePage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  await Promise.all([
    queryClient.prefetchQuery(direct.home.get.queryOptions()),
    ...(actor.role === 'HQ' ? [queryClient.prefetchQuery(direct.cycles.list.queryOptions())] : []),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <HomeScreen actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

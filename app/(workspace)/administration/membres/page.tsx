import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { MembersScreen } from '#components/administration/members-screen.tsx'
import { administrationSections, may } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function MembersPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (!administrationSections(actor).includes('membres')) notFound()
  await queryClient.prefetchQuery(direct.administration.members.list.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <MembersScreen mayWrite={may(actor, 'members.write')} />
    </HydrationBoundary>
  )
}

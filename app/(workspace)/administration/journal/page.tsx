import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { JournalScreen } from '#components/administration/journal-screen.tsx'
import { auditPages, readAuditFilter } from '#src/client/administration/audit-pages.ts'
import { administrationSections } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function JournalPage({ searchParams }: Props) {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (!administrationSections(actor).includes('journal')) notFound()
  const params = await searchParams
  const filter = readAuditFilter((name) => [params[name]].flat()[0] ?? null)
  await Promise.all([
    queryClient.prefetchInfiniteQuery(direct.administration.audit.list.infiniteOptions(auditPages(filter))),
    queryClient.prefetchQuery(direct.administration.audit.choices.queryOptions()),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <JournalScreen />
    </HydrationBoundary>
  )
}

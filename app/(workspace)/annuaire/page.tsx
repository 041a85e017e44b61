import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { DirectoryScreen } from '#components/directory/directory-screen.tsx'
import { readDirectoryFilter } from '#src/client/directory/read-directory-filter.ts'
import { directoryPages } from '#src/client/directory/directory-pages.ts'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directory')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function DirectoryPage({ searchParams }: Props) {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const params = await searchParams
  const filter = readDirectoryFilter((name) => [params[name]].flat()[0] ?? null)
  await Promise.all([
    queryClient.prefetchInfiniteQuery(direct.directory.list.infiniteOptions(directoryPages(filter))),
    queryClient.prefetchQuery(direct.directory.facets.queryOptions()),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <DirectoryScreen actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NewImportScreen } from '#components/imports/new-import-screen.tsx'
import { importKinds } from '#src/contracts/import-columns.ts'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports.form')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewImportPage({ searchParams }: Props) {
  const { direct, queryClient, dehydrated } = await pageQueries()
  const asked = [(await searchParams)['kind']].flat()[0]
  await queryClient.prefetchQuery(direct.imports.options.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <NewImportScreen kind={importKinds.find((kind) => kind === asked) ?? 'TERRITORY'} />
    </HydrationBoundary>
  )
}

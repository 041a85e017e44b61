import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportScreen } from '#components/imports/import-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('imports')
  return { title: t('title') }
}

type Props = { params: Promise<{ importId: string }> }

export default async function ImportPage({ params }: Props) {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const { importId: id } = await params
  await queryClient.prefetchQuery(direct.imports.get.queryOptions({ input: { id } }))
  return (
    <HydrationBoundary state={dehydrated()}>
      <ImportScreen id={id} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

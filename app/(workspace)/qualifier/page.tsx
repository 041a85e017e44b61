import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { FieldScreen } from '#components/qualification/field/field-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('qualification')
  return { title: t('title') }
}

export default async function QualifyPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (actor.role !== 'REP') redirect('/cycles')
  await queryClient.prefetchQuery(direct.qualification.worklists.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <FieldScreen memberId={actor.memberId} />
    </HydrationBoundary>
  )
}

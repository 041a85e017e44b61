import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { QualificationScreen } from '#components/qualification/qualification-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('qualification')
  return { title: t('title') }
}

type Props = { params: Promise<{ cycleId: string }> }

export default async function QualificationPage({ params }: Props) {
  const { cycleId: id } = await params
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  // A rep fills the form; the figures are for those who ask for it.
  if (actor.role === 'REP') redirect('/qualifier')
  const input = { id }
  await Promise.all([
    queryClient.prefetchQuery(direct.qualification.criteria.queryOptions({ input })),
    queryClient.prefetchQuery(direct.qualification.completeness.queryOptions({ input })),
  ])
  return (
    <HydrationBoundary state={dehydrated()}>
      <QualificationScreen cycleId={id} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AlertsScreen } from '#components/alerts/alerts-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('alerts')
  return { title: t('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function AlertsPage({ searchParams }: Props) {
  const { journal } = await searchParams
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const withClosed = journal === '1'
  await queryClient.prefetchQuery(
    direct.alerts.list.queryOptions({ input: { ...(withClosed && { withClosed }) } }),
  )
  return (
    <HydrationBoundary state={dehydrated()}>
      <AlertsScreen actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

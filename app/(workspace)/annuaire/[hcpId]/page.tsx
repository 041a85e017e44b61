import { ORPCError } from '@orpc/client'
import { HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { HcpScreen } from '#components/directory/hcp-screen.tsx'
import { pageQueries } from '#src/server/api/page.ts'

// No name of an hcp in a title: it would stay in the browser's history.
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directory')
  return { title: t('title') }
}

type Props = {
  params: Promise<{ hcpId: string }>
  searchParams: Promise<{ cycle?: string | string[] | undefined }>
}

export default async function HcpPage({ params, searchParams }: Props) {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  const { hcpId: id } = await params
  const cycleId = [(await searchParams).cycle].flat()[0]
  const query = direct.directory.get.queryOptions({ input: { id, ...(cycleId && { cycleId }) } })
  await queryClient.fetchQuery(query).catch((error: unknown) => {
    if (error instanceof ORPCError && error.status < 500) notFound()
    throw error
  })
  return (
    <HydrationBoundary state={dehydrated()}>
      <HcpScreen id={id} cycleId={cycleId} actor={{ role: actor.role, readOnly: actor.readOnly }} />
    </HydrationBoundary>
  )
}

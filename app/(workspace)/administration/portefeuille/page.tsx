import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { PortfolioScreen } from '#components/administration/portfolio-screen.tsx'
import { administrationSections, may } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function PortfolioPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (!administrationSections(actor).includes('portefeuille')) notFound()
  await queryClient.prefetchQuery(direct.administration.portfolio.get.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <PortfolioScreen mayWrite={may(actor, 'portfolio.write')} />
    </HydrationBoundary>
  )
}

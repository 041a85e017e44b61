import { HydrationBoundary } from '@tanstack/react-query'
import { notFound } from 'next/navigation'
import { CalendarScreen } from '#components/administration/calendar-screen.tsx'
import { administrationSections, may } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function CalendarPage() {
  const { actor, direct, queryClient, dehydrated } = await pageQueries()
  if (!administrationSections(actor).includes('calendrier')) notFound()
  await queryClient.prefetchQuery(direct.administration.calendar.get.queryOptions())
  return (
    <HydrationBoundary state={dehydrated()}>
      <CalendarScreen mayWrite={may(actor, 'calendar.write')} mayClose={may(actor, 'closedDays.write')} />
    </HydrationBoundary>
  )
}

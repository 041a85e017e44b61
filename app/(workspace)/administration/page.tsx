import { notFound, redirect } from 'next/navigation'
import { administrationSections } from '#src/client/administration/sections.ts'
import { pageQueries } from '#src/server/api/page.ts'

export default async function AdministrationPage() {
  const { actor } = await pageQueries()
  const [first] = administrationSections(actor)
  if (!first) notFound()
  redirect(`/administration/${first}`)
}

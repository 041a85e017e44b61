import { ORPCError } from '@orpc/client'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { PlanChooser } from '#components/plans/plan-chooser.tsx'
import { pageQueries } from '#src/server/api/page.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plans')
  return { title: t('title') }
}

type Props = { searchParams: Promise<{ choisir?: string }> }

export default async function PlansPage({ searchParams }: Props) {
  const { direct } = await pageQueries()
  const { items } = await direct.plans.list.call().catch((error: unknown) => {
    if (error instanceof ORPCError && error.status < 500) notFound()
    throw error
  })
  const [first] = items
  const current = items.filter(({ cycleId }) => cycleId === first?.cycleId)
  if (first && current.length === 1 && !(await searchParams).choisir) redirect(`/pas/${first.id}`)
  return <PlanChooser items={items} />
}

'use client'
import { IconClipboardCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { Page } from '#components/layout/page.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import { usePhone } from '#components/ui/use-phone.ts'
import { usePlanOverview } from '#src/client/plans/use-plans.ts'
import { groupOf } from './team-list.tsx'

/** Beside the list, before a plan is chosen: how many wait. */
export function TeamEmpty() {
  const t = useTranslations('plans.team')
  const { data } = usePlanOverview()
  const router = useRouter()
  const first = data?.plans.find((plan) => groupOf(plan) === 'toApprove')?.id
  const phone = usePhone()
  useEffect(() => {
    // A manager at a desk has two minutes: the first plan that waits is already open.
    if (first && window.matchMedia('(min-width: 48em)').matches) router.replace(`/equipe/${first}`)
  }, [first, router])
  if (phone) return null
  const waiting = data?.plans.filter((plan) => groupOf(plan) === 'toApprove').length ?? 0
  return (
    <Page>
      <EmptyState icon={IconClipboardCheck} title={t('choose', { count: waiting })}>
        {t('chooseWhy')}
      </EmptyState>
    </Page>
  )
}

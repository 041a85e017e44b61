'use client'
import { IconChevronLeft, IconClipboardCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { Page } from '#components/layout/page.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePlanOverview } from '#src/client/plans/use-plans.ts'
import { LiveRibbon } from '#components/layout/live-ribbon.tsx'
import { groupOf, TeamList } from './team-list.tsx'
import classes from './team.module.css'

type Props = {
  /** The plan being read; null = none yet. */
  planId: string | null
  /** Its cycle; absent = the one in engagement. */
  cycleId?: string
  children?: ReactNode
}

/** The plans of a team at the left, the one being read at the right; one of the two on a phone. */
export function TeamScreen({ planId, cycleId, children }: Props) {
  const t = useTranslations('plans.team')
  const { data, error, isPending, refetch } = usePlanOverview(cycleId)
  const toApprove = data?.plans.filter((plan) => groupOf(plan) === 'toApprove').length ?? 0
  if (isPending)
    return (
      <Page>
        <TableSkeleton rows={10} rowHeight={44} />
      </Page>
    )
  if (error)
    return (
      <Page>
        <ErrorState title={t('unread')} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data || data.plans.length === 0)
    return (
      <Page>
        <PageHeader title={t('title')} />
        <EmptyState icon={IconClipboardCheck} title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      </Page>
    )
  return (
    <>
      <LiveRibbon cycleId={data.cycle.id} />
      <div className={classes.split}>
        <aside className={classes.aside} data-hidden={planId !== null || undefined}>
          <TeamList plans={data.plans} currentId={planId} />
        </aside>
        <div>
          {planId !== null && (
            <Link href="/equipe" className={classes.back}>
              <IconChevronLeft size={18} stroke={1.75} aria-hidden />
              {t('back', { count: toApprove })}
            </Link>
          )}
          {children}
        </div>
      </div>
    </>
  )
}

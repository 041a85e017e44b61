'use client'
import { Button } from '@mantine/core'
import { IconTarget } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { EmptyState, ErrorState, KpiSkeleton, TableSkeleton } from '#components/ui/states.tsx'
import { useTargeting } from '#src/client/targeting/use-targeting.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { TargetingDesk } from './targeting-desk.tsx'

type Props = { cycleId: string; actor: Pick<Actor, 'role' | 'readOnly'> }

const fixes = {
  'no-run-window': '#reglages',
  'no-official-run': '/segmentation',
  'no-grid': '/strategie',
} as const

/** The theoretical targeting of a cycle: what each sector is proposed, and its publication. */
export function TargetingScreen({ cycleId, actor }: Props) {
  const t = useTranslations('targeting.empty')
  const { data: targeting, isError, refetch } = useTargeting(cycleId)
  if (isError)
    return (
      <Page>
        <ErrorState onRetry={() => void refetch()} />
      </Page>
    )
  if (!targeting)
    return (
      <Page>
        <KpiSkeleton />
        <TableSkeleton />
      </Page>
    )
  const { missing, totals } = targeting
  if (missing || !totals) {
    const why = missing ?? 'no-grid'
    const fix = why === 'not-published' ? null : fixes[why]
    return (
      <Page>
        <EmptyState
          icon={IconTarget}
          title={t(`${why}.title`)}
          action={
            fix &&
            mayEver(actor, 'configuration.read') && (
              <Button component={Link} href={`/cycles/${cycleId}${fix}`}>
                {t(`${why}.action`)}
              </Button>
            )
          }
        >
          {t(`${why}.why`)}
        </EmptyState>
      </Page>
    )
  }
  return (
    <TargetingDesk targeting={targeting} totals={totals} mayPublish={mayEver(actor, 'targeting.publish')} />
  )
}

'use client'
import { Button } from '@mantine/core'
import { IconLayoutGrid } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useStrategy } from '#src/client/strategy/use-strategy.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { StrategyDesk } from './strategy-desk.tsx'

type Props = { cycleId: string; actor: Pick<Actor, 'role' | 'readOnly'> }

/** The promotional strategy of a cycle: grid, capacity, feasibility, rules. */
export function StrategyScreen({ cycleId, actor }: Props) {
  const t = useTranslations('strategy.empty')
  const mayRead = mayEver(actor, 'configuration.read')
  const { data: strategy, isError, refetch } = useStrategy(cycleId, mayRead)
  if (!mayRead)
    return (
      <Page>
        <EmptyState
          icon={IconLayoutGrid}
          title={t('headOffice.title')}
          action={
            <Button component={Link} href={`/cycles/${cycleId}/ciblage`}>
              {t('headOffice.action')}
            </Button>
          }
        >
          {t('headOffice.why')}
        </EmptyState>
      </Page>
    )
  if (isError)
    return (
      <Page>
        <ErrorState onRetry={() => void refetch()} />
      </Page>
    )
  if (!strategy)
    return (
      <Page>
        <TableSkeleton rows={12} rowHeight={32} />
      </Page>
    )
  const missing =
    !strategy.official || strategy.segments.length === 0
      ? ('segmentation' as const)
      : strategy.channels.length === 0
        ? ('channels' as const)
        : strategy.run === null
          ? ('run' as const)
          : null
  if (missing)
    return (
      <Page>
        <EmptyState
          icon={IconLayoutGrid}
          title={t(`${missing}.title`)}
          action={
            <Button
              component={Link}
              href={`/cycles/${cycleId}${missing === 'segmentation' ? '/segmentation' : '#reglages'}`}
            >
              {t(`${missing}.action`)}
            </Button>
          }
        >
          {t(`${missing}.why`)}
        </EmptyState>
      </Page>
    )
  return <StrategyDesk strategy={strategy} mayWrite={mayEver(actor, 'configuration.write')} />
}

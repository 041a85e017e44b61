'use client'
import { Button } from '@mantine/core'
import { IconPlus, IconTargetArrow } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useFormat } from '#components/ui/format.ts'
import { useCycles } from '#src/client/cycles/use-cycles.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { CycleLine } from '#src/contracts/cycles.ts'
import { mayEver } from '#src/policy/can.ts'
import { CycleLines } from '#components/shared/cycle-lines.tsx'

/** What the page says: how the run in hand goes, and what is being prepared. */
function Sentence({ lines }: { lines: readonly CycleLine[] }) {
  const t = useTranslations('cycles.sentence')
  const format = useFormat()
  const bold = (chunks: React.ReactNode) => <b>{chunks}</b>
  const running = lines.find(({ state }) => state === 'RUNNING')
  const earned = running?.steps.find(({ key }) => key === 'FOLLOW_UP')?.figure
  const preparing = lines.filter(({ state }) => state !== 'RUNNING' && state !== 'CLOSED')
  return (
    <>
      {running && earned
        ? t.rich('running', { name: running.name, share: format.percent(earned.value), b: bold })
        : t(running ? 'started' : 'noRun', { name: running?.name ?? '' })}{' '}
      {preparing.length > 0 && t('preparing', { count: preparing.length })}
    </>
  )
}

export function CyclesScreen({ actor }: { actor: Pick<Actor, 'role' | 'readOnly'> }) {
  const t = useTranslations('cycles')
  const { data, isError, refetch } = useCycles()
  const create = mayEver(actor, 'cycles.write') && (
    <Button
      component={Link}
      href="/cycles/nouveau"
      leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
    >
      {t('new')}
    </Button>
  )
  const lines = data?.items ?? []
  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={data && t('count', { count: lines.length })}
        sentence={lines.length > 0 && <Sentence lines={lines} />}
        actions={create}
      />
      {isError && <ErrorState onRetry={() => void refetch()} />}
      {!data && !isError && <TableSkeleton rows={4} rowHeight={64} />}
      {data && lines.length === 0 && (
        <EmptyState icon={IconTargetArrow} title={t('empty.title')} action={create}>
          {t('empty.why')}
        </EmptyState>
      )}
      {lines.length > 0 && <CycleLines lines={lines} />}
    </Page>
  )
}

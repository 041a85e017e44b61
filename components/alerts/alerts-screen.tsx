'use client'
import { Button, SegmentedControl } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { Page } from '#components/layout/page.tsx'
import { AlertList } from '#components/shared/alert-card.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useAlerts } from '#src/client/alerts/use-alerts.ts'
import type { Actor } from '#src/contracts/actor.ts'
import classes from './alerts.module.css'

/** One card an alert, the least likely to be kept first; the journal adds those that closed. */
export function AlertsScreen({ actor }: { actor: Pick<Actor, 'role' | 'readOnly'> }) {
  const t = useTranslations('alerts')
  const withClosed = useSearchParams().get('journal') === '1'
  const { data, isError, refetch } = useAlerts({ withClosed })
  const alerts = data?.items ?? []
  const open = alerts.filter(({ closedOn }) => closedOn === null)
  const closed = alerts.filter(({ closedOn }) => closedOn !== null)
  const unseen = open.filter(({ acknowledged }) => !acknowledged).length
  const show = (value: string) =>
    window.history.replaceState(null, '', value === 'all' ? '/alertes?journal=1' : '/alertes')

  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={data && t('context', { count: open.length, unseen })}
        sentence={t('sentence')}
        actions={
          <SegmentedControl
            aria-label={t('journal')}
            value={withClosed ? 'all' : 'open'}
            onChange={show}
            data={[
              { value: 'open', label: t('openOnly') },
              { value: 'all', label: t('journal') },
            ]}
          />
        }
      />
      {isError ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton rows={6} rowHeight={72} />
      ) : (
        <div className={classes.column}>
          {open.length > 0 ? (
            <AlertList alerts={open} actor={actor} withLink />
          ) : (
            <EmptyState
              icon={IconCircleCheck}
              title={t('empty.title')}
              action={
                <Button component={Link} href="/" variant="default">
                  {t('empty.follow')}
                </Button>
              }
            >
              {t('empty.why')}
            </EmptyState>
          )}
          {closed.length > 0 && (
            <Section title={t('closedTitle')} count={closed.length}>
              <AlertList alerts={closed} actor={actor} firstOpened={false} />
            </Section>
          )}
        </div>
      )}
    </Page>
  )
}

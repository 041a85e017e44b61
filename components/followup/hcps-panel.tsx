'use client'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useExportFollowUp, useHcpsBehind, type HcpChoice } from '#src/client/follow-up/use-follow-up.ts'
import type { FollowPerimeterInput } from '#src/contracts/follow-up.ts'
import { hcpFilters, type FollowHcpFilter } from '#src/contracts/words.ts'
import classes from './followup.module.css'

export type HcpsShown = { choice: HcpChoice; title: string }

type Props = {
  perimeter: FollowPerimeterInput
  shown: HcpsShown | null
  withSector: boolean
  onClose: () => void
  onFilter: (filter: FollowHcpFilter) => void
}

/** The hcps behind a figure, those with most left to do first. */
export function HcpsPanel({ perimeter, shown, withSector, onClose, onFilter }: Props) {
  const t = useTranslations('followUp.hcps')
  const format = useFormat()
  const pages = useHcpsBehind(perimeter, shown?.choice ?? null)
  const csv = useExportFollowUp()
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const people = data?.pages.flatMap(({ items }) => items) ?? []
  const total = data?.pages[0]?.total
  return (
    <SidePanel
      opened={shown !== null}
      onClose={onClose}
      width={480}
      title={shown?.title}
      context={total === undefined ? undefined : t('total', { count: total, text: format.number(total) })}
      footer={
        <Button
          variant="default"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          loading={csv.isPending}
          disabled={!total}
          onClick={() => shown && csv.mutate({ perimeter, what: 'hcps', choice: shown.choice })}
        >
          {t('export')}
        </Button>
      }
    >
      <div className={classes.filters}>
        <FilterChips
          chips={hcpFilters.map((filter) => ({
            key: filter,
            label: t(`filter.${filter}`),
            pressed: shown?.choice.filter === filter,
          }))}
          onToggle={(key) => onFilter(hcpFilters.find((filter) => filter === key) ?? 'all')}
        />
      </div>
      {isError ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton rows={10} rowHeight={48} />
      ) : people.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
      ) : (
        <ol className={classes.people}>
          {people.map((hcp) => (
            <li key={`${hcp.sector.id} ${hcp.hcpId}`}>
              {hcp.segment ? <SegmentSwatch rank={hcp.segment.rank} size="sm" /> : <span />}
              <span>
                <Link className={classes.name} href={`/annuaire/${hcp.hcpId}`}>
                  {hcp.name}
                </Link>
                <span className={classes.detail}>
                  {[
                    hcp.commune,
                    withSector ? hcp.sector.name : null,
                    hcp.lastCallOn ? t('last', { day: format.day(hcp.lastCallOn) }) : t('never'),
                    hcp.isClosed ? t('closed') : null,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <span>
                {t('ofGoal', { done: String(hcp.done), goal: String(hcp.goal) })}
                <span className={classes.detail}>
                  {hcp.remaining > 0 ? t('remaining', { count: hcp.remaining }) : t('nothingLeft')}
                </span>
              </span>
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      )}
    </SidePanel>
  )
}

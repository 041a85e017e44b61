'use client'
import { Button, Select, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DataTable } from '#components/ui/data-table.tsx'
import { FilterChips } from '#components/ui/filter-chips.tsx'
import { useFormat } from '#components/ui/format.ts'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useCallHistory, useCallOptions } from '#src/client/calls/use-calls.ts'
import type { CallDto, CallsFilter } from '#src/contracts/calls.ts'
import { callOutcomes } from '#src/contracts/words.ts'
import { useCallColumns } from './call-columns.tsx'
import classes from './calls.module.css'

const typingPause = 250

/** Calls of a period by outcome, channel and name. */
export function HistoryList({
  withMember,
  onOpen,
}: {
  withMember: boolean
  onOpen: (call: CallDto) => void
}) {
  const t = useTranslations('calls')
  const format = useFormat()
  const { data: options } = useCallOptions()
  const [filter, setFilter] = useState<CallsFilter>({})
  const [text, setText] = useState('')
  const [q] = useDebouncedValue(text.trim(), typingPause)
  const pages = useCallHistory({ ...filter, ...(q && { q }) })
  const { columns, card } = useCallColumns({ withDay: true, withMember })
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  const rows = data?.pages.flatMap(({ items }) => items) ?? []
  const total = data?.pages[0]?.total
  const without = (name: keyof CallsFilter): CallsFilter =>
    Object.fromEntries(Object.entries(filter).filter(([key]) => key !== name))
  const set = (name: keyof CallsFilter, value: string | null) =>
    setFilter(value ? { ...filter, [name]: value } : without(name))
  return (
    <>
      <div className={classes.tools}>
        <TextInput
          type="search"
          leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
          aria-label={t('history.search')}
          placeholder={t('history.search')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          aria-label={t('history.from')}
          value={filter.from ?? ''}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          aria-label={t('history.to')}
          value={filter.to ?? ''}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
        <Select
          aria-label={t('list.channel')}
          placeholder={t('history.channel')}
          clearable
          data={options?.channels.map(({ id, name }) => ({ value: id, label: name })) ?? []}
          value={filter.channelId ?? null}
          onChange={(value) => set('channelId', value)}
        />
      </div>
      <FilterChips
        chips={callOutcomes.map((outcome) => ({
          key: outcome,
          label: t(`outcome.${outcome}`),
          pressed: filter.outcome === outcome,
        }))}
        onToggle={(key) => set('outcome', filter.outcome === key ? null : key)}
      />
      {total !== undefined && (
        <p className={classes.grey}>{t('history.total', { count: total, text: format.number(total) })}</p>
      )}
      {isError ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton rows={10} rowHeight={52} />
      ) : (
        <DataTable
          label={t('history.title')}
          columns={columns}
          rows={rows}
          rowId={({ id }) => id}
          rowHeight={52}
          phoneRow={card}
          onOpen={onOpen}
          mutedOf={({ outcome }) => outcome === 'CANCELLED'}
          empty={
            <EmptyState icon={IconHistory} title={t('empty.history')}>
              {t('empty.historyWhy')}
            </EmptyState>
          }
        />
      )}
      {hasNextPage && (
        <div className={classes.more}>
          <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('history.more')}
          </Button>
        </div>
      )}
    </>
  )
}

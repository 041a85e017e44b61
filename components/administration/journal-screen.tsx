'use client'
import { Button, Group, TextInput } from '@mantine/core'
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { LateSelect } from '#components/ui/late-select.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useAuditWords } from '#components/shared/use-audit-words.ts'
import { readAuditFilter, writeAuditFilter } from '#src/client/administration/audit-pages.ts'
import { useAudit, useAuditChoices, useVerifyAudit } from '#src/client/administration/use-administration.ts'
import type { AuditFilter, AuditRow } from '#src/contracts/administration-audit.ts'
import { useChangeWords } from './use-change-words.ts'
import classes from './administration.module.css'

/** Who did what and when: nobody, the administrator included, can write over it. */
export function JournalScreen() {
  const t = useTranslations('administration.journal')
  const areas = useTranslations('audit.area')
  const format = useFormat()
  const wordsOf = useAuditWords()
  const changeWords = useChangeWords()
  const params = useSearchParams()
  const filter = readAuditFilter((name) => params.get(name))
  const pages = useAudit(filter)
  const choices = useAuditChoices()
  const chain = useVerifyAudit()
  const show = (next: AuditFilter) =>
    window.history.replaceState(null, '', `/administration/journal${writeAuditFilter(next)}`)
  const set = (key: keyof AuditFilter, value: string | null) => {
    const { [key]: _, ...rest } = filter
    show(value ? { ...rest, [key]: value } : rest)
  }
  // Who acts on oneself is not named twice.
  const told = (row: AuditRow) => wordsOf(row.subjectId === row.member?.id ? { action: row.action } : row)
  const columns: Column<AuditRow>[] = [
    {
      id: 'at',
      header: t('when'),
      width: 150,
      cell: ({ at }) => format.instant(at, 'short'),
    },
    {
      id: 'who',
      header: t('who'),
      width: 220,
      cell: ({ member }) => member?.name ?? <span className={classes.grey}>{t('system')}</span>,
    },
    { id: 'what', header: t('what'), cell: (row) => told(row) },
    {
      id: 'change',
      header: t('detail'),
      phone: false,
      cell: (row) => (
        <span className={classes.change}>
          {changeWords(row.change)
            .slice(0, 5)
            .map((part) => (
              <span key={part}>{part}</span>
            ))}
        </span>
      ),
    },
    {
      id: 'number',
      header: t('number'),
      align: 'right',
      phone: false,
      cell: ({ number }) => format.number(number),
    },
  ]
  const areaName = (area: string) => {
    const key = area as Parameters<typeof areas.has>[0]
    return areas.has(key) ? areas(key) : area
  }
  if (pages.isError) return <ErrorState onRetry={() => void pages.refetch()} />
  const rows = pages.data?.pages.flatMap(({ items }) => items)
  return (
    <>
      <div className={classes.tools}>
        <LateSelect
          aria-label={t('who')}
          placeholder={t('everybody')}
          data={(choices.data?.members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={filter.memberId ?? null}
          searchable
          clearable
          onChange={(value) => set('memberId', value)}
        />
        <LateSelect
          aria-label={t('what')}
          placeholder={t('everything')}
          data={(choices.data?.areas ?? []).map((area) => ({ value: area, label: areaName(area) }))}
          value={filter.area ?? null}
          clearable
          onChange={(value) => set('area', value)}
        />
        <TextInput
          type="date"
          aria-label={t('from')}
          value={filter.from ?? ''}
          onChange={(event) => set('from', event.currentTarget.value)}
        />
        <TextInput
          type="date"
          aria-label={t('to')}
          value={filter.to ?? ''}
          onChange={(event) => set('to', event.currentTarget.value)}
        />
        <Group className={classes.last} gap="xs">
          {chain.data &&
            (chain.data.brokenAt === null ? (
              <StateBadge tone="ok" icon={IconShieldCheck}>
                {t('sound', { count: chain.data.entries })}
              </StateBadge>
            ) : (
              <StateBadge tone="under" icon={IconShieldX}>
                {t('broken', { number: chain.data.brokenAt })}
              </StateBadge>
            ))}
          <Button variant="default" loading={chain.isFetching} onClick={() => void chain.refetch()}>
            {t('verify')}
          </Button>
        </Group>
      </div>
      {rows ? (
        <DataTable
          label={t('label')}
          columns={columns}
          rows={rows}
          rowId={({ number }) => String(number)}
          phoneRow={(row) => (
            <span className={classes.card}>
              <b>
                {row.member?.name ?? t('system')} {told(row)}
              </b>
              <small>{format.instant(row.at, 'short')}</small>
            </span>
          )}
          empty={<EmptyState title={t('none')} />}
        />
      ) : (
        <TableSkeleton rows={14} />
      )}
      {pages.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            loading={pages.isFetchingNextPage}
            onClick={() => void pages.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </Group>
      )}
    </>
  )
}

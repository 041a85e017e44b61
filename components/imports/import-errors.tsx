'use client'
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { saveCsv } from '#src/client/imports/save-csv.ts'
import { useImportErrors } from '#src/client/imports/use-imports.ts'
import { importColumns } from '#src/contracts/import-columns.ts'
import type { ImportDto, ImportError } from '#src/contracts/imports.ts'
import { toCsv } from '#src/lib/csv.ts'
import classes from './imports.module.css'

type RuleKey = Parameters<ReturnType<typeof useTranslations<'imports.rules'>>>[0]

/** Errors in words: the header as the reader's files write it, the rule, the remedy. */
function useErrorWords(kind: ImportDto['kind']) {
  const t = useTranslations('imports.rules')
  const errors = useTranslations('imports.errors')
  const language = useLocale() === 'fr' ? 0 : 1
  return useMemo(() => {
    const headers = new Map(importColumns[kind].map(({ key, headers }) => [key, headers[language]]))
    // Rules come from the server: one that the messages lack is told by its code.
    const told = (rule: string, part: 'what' | 'fix', value: string) => {
      const key = `${rule}.${part}` as RuleKey
      return t.has(key) ? t(key, { value } as never) : part === 'what' ? rule : ''
    }
    return ({ column, rule, value }: ImportError) => ({
      column: headers.get(column) ?? errors('wholeLine'),
      what: told(rule, 'what', value),
      fix: told(rule, 'fix', value),
    })
  }, [t, errors, kind, language])
}

const rowId = (row: ImportError) => `${row.line} ${row.column} ${row.rule}`

/** What is wrong, line by line and column by column, and the same as a file for whoever corrects it. */
export function ImportErrors({ found }: { found: ImportDto }) {
  const t = useTranslations('imports.errors')
  const format = useFormat()
  const words = useErrorWords(found.kind)
  const { data, isError, refetch } = useImportErrors(found)
  const columns: Column<ImportError>[] = useMemo(
    () => [
      {
        id: 'line',
        header: t('line'),
        align: 'right',
        width: 84,
        cell: ({ line }) => format.number(line),
        sortValue: ({ line }) => line,
      },
      {
        id: 'column',
        header: t('column'),
        width: 190,
        cell: (row) => <code>{words(row).column}</code>,
        sortValue: (row) => words(row).column,
      },
      {
        id: 'value',
        header: t('value'),
        width: 200,
        cell: ({ value }) => <span className={classes.value}>{value || '–'}</span>,
      },
      { id: 'what', header: t('what'), cell: (row) => words(row).what, sortValue: ({ rule }) => rule },
      { id: 'fix', header: t('fix'), cell: (row) => words(row).fix, phone: false },
    ],
    [t, format, words],
  )
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={6} />
  function download(items: readonly ImportError[]) {
    const header = [t('line'), t('column'), t('value'), t('what'), t('fix')]
    const rows = items.map((item) => [
      item.line,
      words(item).column,
      item.value,
      words(item).what,
      words(item).fix,
    ])
    saveCsv(t('fileName', { name: found.name }), toCsv(header, rows))
  }
  const partial = data.total > data.items.length
  return (
    <Section
      title={t('title')}
      count={format.number(data.total)}
      note={
        partial && t('shown', { shown: format.number(data.items.length), total: format.number(data.total) })
      }
      actions={
        <Button
          variant="default"
          size="compact-sm"
          leftSection={<IconDownload size={14} stroke={1.75} aria-hidden />}
          onClick={() => download(data.items)}
        >
          {t('download')}
        </Button>
      }
    >
      <DataTable
        label={t('title')}
        columns={columns}
        rows={data.items}
        rowId={rowId}
        phoneRow={(row) => (
          <span className={classes.card}>
            <span>
              {format.number(row.line)} · <code>{words(row).column}</code> {row.value}
            </span>
            <span>{words(row).what}</span>
            <span className={classes.grey}>{words(row).fix}</span>
          </span>
        )}
      />
    </Section>
  )
}

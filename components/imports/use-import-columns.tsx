'use client'
import { useTranslations } from 'next-intl'
import { useMemo, type ReactNode } from 'react'
import type { Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Moment } from '#components/ui/moment.tsx'
import type { ImportDto } from '#src/contracts/imports.ts'
import { ImportStateBadge } from './import-state.tsx'
import classes from './imports.module.css'

const shown = ['rows', 'new', 'changed', 'unchanged', 'errors'] as const

export function useImportColumns(): { columns: Column<ImportDto>[]; card: (row: ImportDto) => ReactNode } {
  const t = useTranslations('imports')
  const format = useFormat()
  return useMemo(() => {
    const file = (row: ImportDto) => (
      <span className={classes.file}>
        <span>{row.name}</span>
        <span className={classes.grey}>{t(`kinds.${row.kind}.name`)}</span>
      </span>
    )
    const columns: Column<ImportDto>[] = [
      { id: 'file', header: t('list.file'), cell: file },
      {
        id: 'state',
        header: t('list.state'),
        cell: (row) => <ImportStateBadge found={row} />,
        width: 190,
      },
      ...shown.map((id) => ({
        id,
        header: t(`list.${id}`),
        align: 'right' as const,
        width: 104,
        cell: (row: ImportDto) => format.number(row.counts?.[id] ?? null),
        tint: (row: ImportDto) =>
          id === 'errors' && row.state !== 'APPLIED' && (row.counts?.errors ?? 0) > 0
            ? ('risk' as const)
            : null,
      })),
      { id: 'by', header: t('list.by'), cell: (row) => row.createdBy, width: 170 },
      { id: 'at', header: t('list.at'), cell: (row) => <Moment at={row.createdAt} />, width: 130 },
    ]
    const card = (row: ImportDto) => (
      <span className={classes.card}>
        {file(row)}
        <span className={classes.line}>
          <ImportStateBadge found={row} />
          <span className={classes.grey}>
            <Moment at={row.createdAt} />
          </span>
        </span>
      </span>
    )
    return { columns, card }
  }, [t, format])
}

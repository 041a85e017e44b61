'use client'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMemo } from 'react'
import type { Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import type { DirectoryRow } from '#src/contracts/directory.ts'
import { hcpName } from './hcp-name.ts'
import classes from './directory.module.css'

/** Columns of the directory, and its line as a card on a phone. */
export function useDirectoryColumns(showSectors: boolean) {
  const t = useTranslations('directory')
  const format = useFormat()
  return useMemo(() => {
    const link = (row: DirectoryRow) => (
      <Link href={`/annuaire/${row.id}`} className={classes.name} prefetch={false}>
        {hcpName(row)}
      </Link>
    )
    const segment = (row: DirectoryRow) =>
      row.segment ? <SegmentSwatch rank={row.segment.rank} name={row.segment.name} /> : null
    const marks = (row: DirectoryRow) => (
      <span className={classes.marks}>
        {row.status !== 'ACTIVE' && <StateBadge tone="idle">{t(`status.${row.status}`)}</StateBadge>}
        {row.opposed && (
          <StateBadge tone="under" icon={IconHandStop}>
            {t('opposed')}
          </StateBadge>
        )}
        {!row.opposed && row.visitRule !== 'OPEN' && (
          <span className={classes.grey}>{t(`visitRule.${row.visitRule}`)}</span>
        )}
      </span>
    )
    const specialtyOf = (row: DirectoryRow) => row.specialty ?? row.profession
    const sectors = (row: DirectoryRow) =>
      row.sectors.length > 0 ? (
        row.sectors.map(({ name }) => name).join(', ')
      ) : (
        <span className={classes.grey}>{t('noSector')}</span>
      )
    const columns: Column<DirectoryRow>[] = [
      { id: 'name', header: t('column.name'), cell: link },
      { id: 'specialty', header: t('column.specialty'), cell: specialtyOf },
      { id: 'commune', header: t('column.commune'), cell: (row) => row.commune ?? '–' },
      ...(showSectors ? [{ id: 'sector', header: t('column.sector'), cell: sectors }] : []),
      { id: 'segment', header: t('column.segment'), cell: segment },
      { id: 'marks', header: t('column.rule'), cell: marks },
      {
        id: 'contact',
        header: t('column.lastContact'),
        align: 'right',
        cell: (row) => format.day(row.lastContactOn, 'short'),
      },
    ]
    const card = (row: DirectoryRow) => (
      <div className={classes.card}>
        {link(row)}
        <span>{[specialtyOf(row), row.commune].filter(Boolean).join(' · ')}</span>
        <span>
          {segment(row)}
          {marks(row)}
          {row.lastContactOn && t('lastContact', { day: format.day(row.lastContactOn) })}
        </span>
      </div>
    )
    return { columns, card }
  }, [t, format, showSectors])
}

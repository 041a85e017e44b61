'use client'
import { Button } from '@mantine/core'
import { IconDownload, IconUsers } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Section } from '#components/ui/section.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useFormat } from '#components/ui/format.ts'
import { saveCsv } from '#src/client/imports/save-csv.ts'
import { completenessCsv } from '#src/client/qualification/completeness.ts'
import { useCompleteness, useHcpsBehind, type Behind } from '#src/client/qualification/use-criteria.ts'
import { CompletenessTable } from './completeness-table.tsx'
import classes from './completeness.module.css'

/** The hcps behind a cell: those who still have to be asked. */
function HcpsBehind({ cycleId, behind }: { cycleId: string; behind: Behind }) {
  const t = useTranslations('qualification.completeness')
  const format = useFormat()
  const { data, isError, refetch } = useHcpsBehind(cycleId, behind)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={8} />
  return (
    <>
      <ul className={classes.behind}>
        {data.items.map(({ hcpId, name, specialty, place, state }) => (
          <li key={hcpId}>
            <span>
              <Link href={`/annuaire/${hcpId}`}>{name}</Link>
              <small>{[specialty, place].filter(Boolean).join(' · ')}</small>
            </span>
            {state === 'expired' && <span className={classes.expired}>{t('expired')}</span>}
          </li>
        ))}
      </ul>
      {data.total > data.items.length && (
        <p className={classes.more}>
          {t('others', { count: format.number(data.total - data.items.length) })}
        </p>
      )}
    </>
  )
}

export function CompletenessPanel({ cycleId }: { cycleId: string }) {
  const t = useTranslations('qualification.completeness')
  const locale = useLocale()
  const format = useFormat()
  const { data, isError, refetch } = useCompleteness(cycleId)
  const [open, setOpen] = useState<{ behind: Behind; title: string } | null>(null)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={12} rowHeight={36} />
  const hcps = data.sectors.reduce((sum, sector) => sum + sector.hcps, 0)
  if (hcps === 0)
    return (
      <EmptyState icon={IconUsers} title={t('empty.title')}>
        {t('empty.why')}
      </EmptyState>
    )
  const heads = { region: t('region'), sector: t('sector'), hcps: t('hcps') }
  return (
    <Section
      flush
      title={t('title')}
      note={t('note', { day: format.day(data.referenceDay, 'year') })}
      actions={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
          onClick={() => saveCsv(t('file', { name: data.cycleName }), completenessCsv(data, heads, locale))}
        >
          {t('export')}
        </Button>
      }
    >
      <CompletenessTable data={data} onOpen={(behind, title) => setOpen({ behind, title })} />
      <SidePanel
        opened={open !== null}
        onClose={() => setOpen(null)}
        title={t('toAsk')}
        context={open?.title}
      >
        {open && <HcpsBehind cycleId={cycleId} behind={open.behind} />}
      </SidePanel>
    </Section>
  )
}

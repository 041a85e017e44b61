'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import type { ImportCounts, ImportDto } from '#src/contracts/imports.ts'
import classes from './imports.module.css'

type DetailKey = Parameters<ReturnType<typeof useTranslations<'imports.details'>>>[0]

/** The counts of a file, and what else it makes. */
export function ImportFindings({ found, counts }: { found: ImportDto; counts: ImportCounts }) {
  const t = useTranslations('imports')
  const details = useTranslations('imports.details')
  const format = useFormat()
  const unit = t(`kinds.${found.kind}.unit`)
  const done = found.state === 'APPLIED'
  const known = Object.entries(counts.details).filter(
    ([key, count]) => count > 0 && details.has(key as DetailKey),
  )
  return (
    <>
      <div className={classes.findings}>
        <KpiRow>
          <Kpi
            wide
            question={t(done ? 'detail.questionDone' : 'detail.question')}
            main={{ value: format.number(counts.new), unit: ` ${unit}`, caption: t('detail.new') }}
            others={(['changed', 'unchanged'] as const).map((key) => ({
              key,
              value: format.number(counts[key]),
              caption: t(`detail.${key}`),
            }))}
          />
          <Kpi
            question={t('list.rows')}
            main={{ value: format.number(counts.rows), caption: t('detail.rows', { count: counts.rows }) }}
            others={[
              {
                key: 'errors',
                value: format.number(counts.errors),
                caption: t('detail.errors'),
                ...(counts.errors > 0 ? { tone: 'risk' as const } : {}),
              },
            ]}
            {...(counts.errorLines > 0
              ? { sentence: t('detail.errorLines', { count: counts.errorLines }) }
              : {})}
          />
        </KpiRow>
      </div>
      <ul className={classes.notes}>
        {known.map(([key, count]) => (
          <li key={key}>
            {done && key === 'withoutSector' ? (
              <Anchor component={Link} href="/annuaire?unassigned=1" size="sm">
                {details(key, { count })}
              </Anchor>
            ) : (
              details(key as DetailKey, { count } as never)
            )}
          </li>
        ))}
        {done && found.kind === 'HCP' && (
          <li>
            <Anchor component={Link} href="/annuaire" size="sm">
              {t('detail.seeDirectory')}
            </Anchor>
          </li>
        )}
        {counts.repeated > 0 && <li>{t('detail.repeated', { count: counts.repeated })}</li>}
        {found.ignored.length > 0 && (
          <li>{t('detail.ignored', { count: found.ignored.length, names: found.ignored.join(', ') })}</li>
        )}
      </ul>
    </>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import type { DirectoryFilterInput } from '#src/contracts/directory.ts'
import type { PlanOverview } from '#src/contracts/plan-overview.ts'
import classes from './consolidation.module.css'

type Props = {
  overview: PlanOverview
  regionId: string | null
  onRegion: (regionId: string | null) => void
}

type Pair = { theoretical: number; proposed: number }

/** Theory against commitment, by region, by segment, by reason. */
export function ConsolidationTables({ overview, regionId, onRegion }: Props) {
  const t = useTranslations('plans.consolidation')
  const format = useFormat()
  const { regions, segments, reasons, cycle } = overview
  /** A count that opens the professionals behind it. */
  const counted = (count: number, filter: DirectoryFilterInput) =>
    count > 0 ? (
      <Link href={directoryHref({ cycleId: cycle.id, ...filter })}>{format.number(count)}</Link>
    ) : (
      '–'
    )
  const gap = ({ theoretical, proposed }: Pair) => (
    <>
      <td>{format.number(theoretical)}</td>
      <td>
        <b>{format.number(proposed)}</b>
      </td>
      <td className={classes.gap}>{format.signed(proposed - theoretical)}</td>
    </>
  )
  const pairHead = (
    <>
      <th>{t('theoretical')}</th>
      <th>{t('committed')}</th>
      <th>{t('gap')}</th>
    </>
  )
  return (
    <div className={classes.tables}>
      <Section title={t('byRegion')} note={t('unit')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('region')}</th>
              {pairHead}
              <th>{t('sealed')}</th>
              <th>{t('lateShort')}</th>
            </tr>
          </thead>
          <tbody>
            {regions.map(({ key, name, contacts, sectors, sealed, late }) => (
              <tr key={key} data-active={key === regionId || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={key === regionId}
                    onClick={() => onRegion(key === regionId ? null : key)}
                  >
                    {name}
                  </button>
                </th>
                {gap(contacts)}
                <td>
                  {sealed}/{sectors}
                </td>
                <td className={late > 0 ? classes.late : undefined}>{late > 0 ? late : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('bySegment')} note={t('unit')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('segment')}</th>
              {pairHead}
              <th>{t('changes')}</th>
            </tr>
          </thead>
          <tbody>
            {segments.map(({ code, name, rank, contacts, changes }) => (
              <tr key={code}>
                <th scope="row">
                  <SegmentSwatch rank={rank} name={name} size="sm" />
                </th>
                {gap(contacts)}
                <td>{counted(changes, { plan: 'changed', segments: [code] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
      <Section title={t('byReason')}>
        {reasons.length === 0 ? (
          <p className={classes.before}>{t('noReason')}</p>
        ) : (
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('reason')}</th>
                <th>{t('changes')}</th>
                <th>{t('removals')}</th>
                <th>{t('additions')}</th>
                <th>{t('gap')}</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ code, label, changes, kinds, contactsDelta }) => (
                <tr key={code ?? ''}>
                  <th scope="row">{label ?? t('without')}</th>
                  <td>
                    <b>
                      {code === null
                        ? format.number(changes)
                        : counted(changes, { plan: 'changed', reason: code })}
                    </b>
                  </td>
                  <td>{counted(kinds.removal, { plan: 'removed', ...(code && { reason: code }) })}</td>
                  <td>{counted(kinds.addition, { plan: 'added', ...(code && { reason: code }) })}</td>
                  <td className={classes.gap}>{format.signed(contactsDelta)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </div>
  )
}

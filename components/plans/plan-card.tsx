'use client'
import { useTranslations } from 'next-intl'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { useDesk } from './desk-context.ts'
import { PlanAnswer } from './plan-answer.tsx'
import { HcpCell, LastCell, ProposedCell } from './plan-cells.tsx'
import classes from './plan.module.css'

/** One target under a thumb. */
export function PlanCard({ row }: { row: PlanRow }) {
  const t = useTranslations('plans')
  const { plan, toggleDetail } = useDesk()
  const segment = plan.segments.find(({ code }) => code === row.hcp.segment)
  return (
    <div className={classes.card}>
      <div className={classes.cardTop}>
        <HcpCell row={row} />
        <ProposedCell row={row} />
      </div>
      <div className={classes.cardMiddle}>
        <button
          type="button"
          aria-label={t('whyOf', { name: row.hcp.shortName })}
          onClick={() => toggleDetail(row.hcp.hcpId)}
        >
          {segment ? <SegmentSwatch rank={segment.rank} name={segment.name} size="sm" /> : '…'}
        </button>
        <LastCell row={row} named />
        <span className={classes.theory}>
          {t.rich('theoryOf', {
            count: row.theoretical > 0 ? String(row.theoretical) : '–',
            b: (chunks) => <b>{chunks}</b>,
          })}
        </span>
      </div>
      <PlanAnswer row={row} />
    </div>
  )
}

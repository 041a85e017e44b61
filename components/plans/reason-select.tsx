'use client'
import { useTranslations } from 'next-intl'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { useDesk } from './desk-context.ts'
import classes from './plan.module.css'

const useOf = { addition: 'ADD', removal: 'REMOVE', frequency: 'CHANGE', channel: 'CHANGE' } as const

/** Why a change was made: one of the lab's reasons for that kind of change. */
export function ReasonSelect({ row }: { row: PlanRow }) {
  const t = useTranslations('plans.reason')
  const { plan, editable, setWords } = useDesk()
  const { change, hcp } = row
  if (!change) return null
  const chosen = plan.reasons.find(({ code }) => code === change.reason)
  if (!editable) return <span className={classes.below}>{chosen?.label ?? change.reason}</span>
  const offered = plan.reasons.filter(({ usedFor }) => usedFor.includes(useOf[change.kind]))
  // A reason given before the change was of another kind stays visible until another is chosen.
  const options = chosen && !offered.includes(chosen) ? [chosen, ...offered] : offered
  return (
    <select
      className={classes.reason}
      data-reason={hcp.hcpId}
      data-missing={row.reasonMissing || undefined}
      aria-label={t('label', { name: hcp.shortName })}
      value={change.reason ?? ''}
      onChange={(event) => setWords(hcp.hcpId, { reason: event.currentTarget.value || null })}
    >
      <option value="">{t('choose')}</option>
      {options.map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ))}
    </select>
  )
}

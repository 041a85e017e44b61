'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { useDesk } from './desk-context.ts'
import classes from './synthesis.module.css'

const shown = 2

/** Whom the last move touched, else the targets whose goal is furthest above what was done with them. */
function useAsked(): PlanRow[] {
  const { state } = useDesk()
  return useMemo(() => {
    const open = state.rows.filter(
      ({ main, locked }) => main !== null && !locked && main.proposed > 0 && main.decision !== 'REFUSED',
    )
    const moved = new Set(state.lastMove?.hcpIds)
    const first = open.filter(({ hcp }) => moved.has(hcp.hcpId)).slice(0, shown)
    const stretch = ({ main, hcp }: PlanRow) =>
      (main?.proposed ?? 0) - (hcp.priorDone.find(({ channel }) => channel === main?.channel)?.contacts ?? 0)
    const rest = open
      .filter(({ hcp }) => !moved.has(hcp.hcpId))
      .toSorted((left, right) => stretch(right) - stretch(left))
    return [...first, ...rest].slice(0, shown)
  }, [state])
}

/** « Et si, en points » : what one contact less and one more would do to the chance. */
export function StepsTable() {
  const t = useTranslations('plans.synthesis')
  const format = useFormat()
  const { editor, plan, state } = useDesk()
  const asked = useAsked()
  if (state.probability === null || asked.length === 0 || plan.state === 'SEALED') return null
  return (
    <table className={classes.table} data-steps>
      <thead>
        <tr>
          <th>{t('whatIf')}</th>
          <th>{t('less')}</th>
          <th>{t('more')}</th>
        </tr>
      </thead>
      <tbody>
        {asked.map(({ hcp, main }) => {
          const { less, more } = main ? editor.steps(main) : { less: null, more: null }
          const segment = plan.segments.find(({ code }) => code === hcp.segment)
          return (
            <tr key={hcp.hcpId}>
              <th scope="row">
                {segment ? (
                  <SegmentSwatch rank={segment.rank} name={hcp.shortName} size="sm" />
                ) : (
                  hcp.shortName
                )}
              </th>
              <td>{format.signed(less, 1)}</td>
              <td>{format.signed(more, 1)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

import { checkHcps, check } from './plan-checks.ts'
import { isChangedLine, planHcps } from './plan-hcps.ts'
import type { PlanCheck, PlanLine, SectorPlan } from './plan-types.ts'

export type ChangeDecision = {
  readonly hcpIds: readonly string[]
  readonly decision: 'ACCEPTED' | 'REFUSED'
  /** Why, asked for a refusal: the rep reads it. */
  readonly comment: string | null
}

/**
 * The manager's decision on the changes of some hcps, on all their changed lines. Gives the lines to store, in the
 * order of the plan; where a check is not empty nothing is decided. A refused line goes back to theory at approval, and
 * the change is given back. Deciding again replaces the decision.
 */
export function decideChanges(
  plan: SectorPlan,
  { hcpIds, decision, comment }: ChangeDecision,
): { checks: PlanCheck[]; lines: PlanLine[] } {
  const changed = new Set(planHcps(plan).flatMap((hcp) => (hcp.change ? [hcp.hcpId] : [])))
  const unknown = hcpIds.filter((hcpId) => !changed.has(hcpId)).map((hcpId) => ({ hcpId }))
  const checks: PlanCheck[] = []
  if (plan.state !== 'SUBMITTED') checks.push(check('state', { state: plan.state }))
  if (unknown.length > 0) checks.push(checkHcps('notAChange', unknown))
  if (decision === 'REFUSED' && !comment?.trim()) {
    checks.push(
      checkHcps(
        'refusalWithoutComment',
        hcpIds.map((hcpId) => ({ hcpId })),
      ),
    )
  }
  if (checks.length > 0) return { checks, lines: [] }
  const decided = new Set(hcpIds)
  const lines = plan.lines
    .filter((line) => decided.has(line.hcpId) && isChangedLine(line))
    .map((line) => ({ ...line, decision, decisionComment: comment }))
  return { checks, lines }
}

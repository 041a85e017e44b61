import type { Limits } from '../configuration/limits.ts'
import {
  blockedBreaches,
  breach,
  constraintOf,
  deadlineBreaches,
  doneBreaches,
  frequencyBreaches,
  yearlyBreaches,
} from './limit-breaches.ts'
import { planAllowance, usesAllowance } from './plan-allowance.ts'
import { committedContacts, planHcps, type PlanHcp } from './plan-hcps.ts'
import type { LimitBreach, PlanCheck, PlanContext, SectorPlan } from './plan-types.ts'

/**
 * What blocks the submission; empty = it may be sent. The plan may have been saved under other limits or constraints:
 * every line is looked at again. What a limit leaves to the manager blocks nothing here.
 */
export function submitChecks(plan: SectorPlan, limits: Limits, context: PlanContext): PlanCheck[] {
  const hcps = planHcps(plan)
  const checks: PlanCheck[] = []
  if (plan.state !== 'OPEN' && plan.state !== 'RETURNED') checks.push(check('state', { state: plan.state }))
  if (hcps.every((hcp) => hcp.lines.every((line) => committedContacts(line) === 0)))
    checks.push(check('noTarget'))
  const missing = hcps.filter((hcp) => limits.reasonRequired && usesAllowance(hcp) && !hcp.change?.reason)
  if (missing.length > 0) checks.push(checkHcps('reasonMissing', missing))
  return [...checks, ...brokenLimits(plan, hcps, limits, context)]
}

/** What one hcp breaks as it stands: constraints first, then limits. Nothing where the manager refused. */
export function changeBreaches(plan: SectorPlan, hcp: PlanHcp, limits: Limits): LimitBreach[] {
  if (hcp.change?.decision === 'REFUSED') return []
  const constraint = constraintOf(plan, hcp.hcpId)
  const open = hcp.lines.filter((line) => !line.locked)
  return [
    ...blockedBreaches(open, constraint),
    ...doneBreaches(hcp),
    ...yearlyBreaches(hcp, constraint),
    ...frequencyBreaches(limits, hcp),
  ]
}

/** The limits that the plan as a whole breaks: its deadline, the number of its changes. */
export function planBreaches(hcps: readonly PlanHcp[], limits: Limits, context: PlanContext): LimitBreach[] {
  const { used, maximum } = planAllowance(hcps, limits, context).changes
  const over = maximum === null ? 0 : used - maximum
  const count =
    limits.changes && maximum !== null && over > 0
      ? [breach('changes', limits.changes.mode, over, { used, maximum })]
      : []
  return [...deadlineBreaches(limits, context), ...count]
}

/** What blocks the approval: the state, and changes that nobody decided. */
export function approvalChecks(plan: SectorPlan): PlanCheck[] {
  const checks: PlanCheck[] = []
  if (plan.state !== 'SUBMITTED') checks.push(check('state', { state: plan.state }))
  const undecided = planHcps(plan).filter((hcp) => hcp.change?.decision === 'TO_DECIDE')
  if (undecided.length > 0) checks.push(checkHcps('undecided', undecided))
  return checks
}

export function check(
  code: PlanCheck['code'],
  params: PlanCheck['params'] = {},
  hcpIds: readonly string[] = [],
): PlanCheck {
  return { code, params, hcpIds }
}

export function checkHcps(code: PlanCheck['code'], hcps: readonly { readonly hcpId: string }[]): PlanCheck {
  return check(
    code,
    { count: hcps.length },
    hcps.map((hcp) => hcp.hcpId),
  )
}

function brokenLimits(
  plan: SectorPlan,
  hcps: readonly PlanHcp[],
  limits: Limits,
  context: PlanContext,
): PlanCheck[] {
  const ofPlan = planBreaches(hcps, limits, context).filter((one) => one.mode === 'refuse')
  const byLimit = new Map<string, { hcpIds: string[]; excess: number }>(
    ofPlan.map((one) => [one.limit, { hcpIds: [], excess: one.excess }]),
  )
  for (const hcp of hcps) {
    for (const one of changeBreaches(plan, hcp, limits)) {
      if (one.mode !== 'refuse') continue
      const broken = byLimit.get(one.limit) ?? { hcpIds: [], excess: 0 }
      if (!broken.hcpIds.includes(hcp.hcpId)) broken.hcpIds.push(hcp.hcpId)
      byLimit.set(one.limit, { hcpIds: broken.hcpIds, excess: Math.max(broken.excess, one.excess) })
    }
  }
  return Array.from(byLimit, ([limit, { hcpIds, excess }]) =>
    check('limitBroken', { limit, count: hcpIds.length, excess }, hcpIds),
  )
}

import { daysBetween } from '../../lib/calendar.ts'
import type { LimitMode, Limits } from '../configuration/limits.ts'
import type { ConstraintCause } from '../allocate/constraint-causes.ts'
import { isChangedLine, type PlanHcp } from './plan-hcps.ts'
import type { HcpConstraint, LimitBreach, PlanContext, PlanLimit, SectorPlan } from './plan-types.ts'

type Params = LimitBreach['params']

export function breach(limit: PlanLimit, mode: LimitMode, excess: number, params: Params = {}): LimitBreach {
  return { limit, mode, excess, params }
}

/** A plan that is in other hands is not edited. */
export function stateBreaches(plan: SectorPlan): LimitBreach[] {
  return plan.state === 'OPEN' || plan.state === 'RETURNED'
    ? []
    : [breach('state', 'refuse', 0, { state: plan.state })]
}

export function deadlineBreaches(limits: Limits, { today, closesOn }: PlanContext): LimitBreach[] {
  const late = closesOn === null ? 0 : daysBetween(closesOn, today)
  if (!limits.deadline || closesOn === null || late <= 0) return []
  return [breach('deadline', limits.deadline.mode, late, { closesOn, today })]
}

/** Minimum and maximum of the lines that differ from theory; a line at 0 is a removal, not a frequency. */
export function frequencyBreaches(limits: Limits, hcp: PlanHcp): LimitBreach[] {
  if (!limits.frequency) return []
  const { minimum, maximum, mode } = limits.frequency
  return hcp.lines.filter(isChangedLine).flatMap(({ channel, proposed }) => {
    if (proposed > maximum)
      return breach('frequencyMaximum', mode, proposed - maximum, { channel, proposed, maximum })
    return proposed > 0 && proposed < minimum
      ? breach('frequencyMinimum', mode, minimum - proposed, { channel, proposed, minimum })
      : []
  })
}

/** Lines under what is done already. */
export function doneBreaches(hcp: PlanHcp): LimitBreach[] {
  return hcp.lines.flatMap(({ channel, proposed, locked, done = 0 }) =>
    !locked && proposed < done
      ? breach('done', 'refuse', done - proposed, { channel, proposed, minimum: done })
      : [],
  )
}

/** Contacts on channels that a constraint forbids, one cause each. */
export function blockedBreaches(
  cells: readonly { readonly channel: string; readonly proposed: number }[],
  constraint: HcpConstraint | undefined,
): LimitBreach[] {
  return cells.flatMap(({ channel, proposed }) => {
    const cause = blockedCause(constraint, channel)
    return proposed > 0 && cause ? breach('blocked', 'refuse', proposed, { channel, cause }) : []
  })
}

export function yearlyBreaches(hcp: PlanHcp, constraint: HcpConstraint | undefined): LimitBreach[] {
  const room = constraint?.yearlyRoom ?? null
  const proposed = contactsOf(hcp)
  if (room === null || proposed <= room) return []
  return [breach('yearlyCap', 'refuse', proposed - room, { proposed, maximum: room })]
}

export function contactsOf(hcp: PlanHcp): number {
  return hcp.lines.reduce((sum, line) => sum + line.proposed, 0)
}

export function constraintOf(plan: SectorPlan, hcpId: string): HcpConstraint | undefined {
  return plan.constraints?.find((one) => one.hcpId === hcpId)
}

function blockedCause(constraint: HcpConstraint | undefined, channel: string): ConstraintCause | null {
  return constraint?.blocked.find((one) => one.channel === channel)?.cause ?? null
}

import { daysBetween } from '../../lib/calendar.ts'
import type { Limits } from '../configuration/limits.ts'
import type { PlanHcp } from './plan-hcps.ts'
import type { PlanAllowance, PlanContext } from './plan-types.ts'

/** A change that the manager refused is given back. */
export function usesAllowance(hcp: PlanHcp): boolean {
  return hcp.change !== null && hcp.change.decision !== 'REFUSED'
}

export function isTheoretical(hcp: PlanHcp): boolean {
  return hcp.lines.some((line) => line.theoretical > 0)
}

/** Changes allowed: the smaller of the number and the share of the sector's theoretical hcps, rounded down; null = off. */
export function maximumChanges(limits: Limits, theoreticalHcps: number): number | null {
  if (!limits.changes) return null
  const { maximum, maximumShareBps } = limits.changes
  const share = maximumShareBps === null ? null : Math.floor((theoreticalHcps * maximumShareBps) / 10_000)
  return share === null ? maximum : Math.min(maximum ?? share, share)
}

/** What is left to a plan, from its hcps (see `planHcps`). */
export function planAllowance(hcps: readonly PlanHcp[], limits: Limits, context: PlanContext): PlanAllowance {
  const maximum = maximumChanges(limits, hcps.filter(isTheoretical).length)
  const used = hcps.filter(usesAllowance).length
  return {
    changes: {
      used,
      maximum,
      left: maximum === null ? null : Math.max(maximum - used, 0),
      toDecide: hcps.filter((hcp) => hcp.change?.decision === 'TO_DECIDE').length,
    },
    daysLeft:
      context.closesOn === null ? null : Math.max(daysBetween(context.today, context.closesOn) + 1, 0),
  }
}

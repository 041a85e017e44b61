import { compareText } from '../../lib/stable-sort.ts'
import type { Limits } from '../configuration/limits.ts'
import { changeBreaches, planBreaches } from './plan-checks.ts'
import { committedContacts, planHcps, type PlanHcp } from './plan-hcps.ts'
import type {
  ChangeKind,
  LimitBreach,
  PlanContext,
  ReviewItem,
  ReviewList,
  SectorPlan,
} from './plan-types.ts'

/**
 * What the manager reads: only what changed, what waits for a decision first and apart, then by kind. In each list by
 * segment in the order of the plan, then by hcp id. Refused changes stay in the list of their kind.
 */
export function reviewList(plan: SectorPlan, limits: Limits, context: PlanContext): ReviewList {
  const hcps = planHcps(plan)
  const ofPlan = planBreaches(hcps, limits, context)
  const items = hcps
    .flatMap((hcp) => reviewItem(plan, hcp, limits, ofPlan))
    .sort(
      (left, right) =>
        segmentRank(plan, left) - segmentRank(plan, right) || compareText(left.hcpId, right.hcpId),
    )
  const decided = items.filter((item) => item.decision !== 'TO_DECIDE')
  const ofKind = (kind: ChangeKind) => decided.filter((item) => item.kind === kind)
  return {
    toDecide: items.filter((item) => item.decision === 'TO_DECIDE'),
    removals: ofKind('removal'),
    additions: ofKind('addition'),
    frequencies: ofKind('frequency'),
    channels: ofKind('channel'),
    locked: plan.lines.filter((line) => line.locked),
    unchangedHcps: hcps.filter(isTakenOver).length,
  }
}

function reviewItem(
  plan: SectorPlan,
  hcp: PlanHcp,
  limits: Limits,
  ofPlan: readonly LimitBreach[],
): ReviewItem[] {
  if (!hcp.change) return []
  const own = changeBreaches(plan, hcp, limits)
  // A deadline or a count is broken by the plan: it explains a change that no limit of its own leaves to the manager.
  const breaches = hcp.change.decision === 'TO_DECIDE' && own.length === 0 ? ofPlan : own
  return [{ ...hcp.change, breaches }]
}

function isTakenOver(hcp: PlanHcp): boolean {
  return hcp.change === null && !hcp.locked && hcp.lines.some((line) => committedContacts(line) > 0)
}

function segmentRank(plan: SectorPlan, item: ReviewItem): number {
  const index = item.segment === null ? -1 : plan.segments.indexOf(item.segment)
  return index < 0 ? plan.segments.length : index
}

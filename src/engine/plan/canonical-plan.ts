import { compareText } from '../../lib/stable-sort.ts'
import type { PlanLine, SectorPlan } from './plan-types.ts'

/** Names what is sealed by ids, dates and numbers: lab, cycle, sector, plan, version, publication… never a name. */
export type SealHeader = Readonly<Record<string, string | number | null>>

export type CanonicalPlan = {
  readonly schema: 1
  readonly header: SealHeader
  readonly lines: readonly (Pick<
    PlanLine,
    | 'hcpId'
    | 'channel'
    | 'segment'
    | 'origin'
    | 'theoretical'
    | 'proposed'
    | 'approved'
    | 'maxCredited'
    | 'reason'
    | 'decision'
    | 'locked'
  > & { readonly presentations: NonNullable<PlanLine['presentations']> })[]
}

/**
 * What the seal holds: ids, numbers and reason codes, no free text (a comment may hold a name, and erasure must break no
 * hash). Lines by hcp id, then channel; presentations by position, then product. `canonicalJson` of it is what is hashed.
 */
export function canonicalPlanContent(plan: Pick<SectorPlan, 'lines'>, header: SealHeader): CanonicalPlan {
  return {
    schema: 1,
    header,
    lines: [...plan.lines]
      .sort((left, right) => compareText(left.hcpId, right.hcpId) || compareText(left.channel, right.channel))
      .map((line) => ({
        hcpId: line.hcpId,
        channel: line.channel,
        segment: line.segment,
        origin: line.origin,
        theoretical: line.theoretical,
        proposed: line.proposed,
        approved: line.approved,
        maxCredited: line.maxCredited,
        reason: line.reason,
        decision: line.decision,
        locked: line.locked,
        presentations: [...(line.presentations ?? [])]
          .sort((left, right) => left.position - right.position || compareText(left.product, right.product))
          .map(({ product, theoretical, proposed, approved, position }) => ({
            product,
            theoretical,
            proposed,
            approved,
            position,
          })),
      })),
  }
}

import type { PlanDto } from '#src/contracts/plan-document.ts'
import {
  planSynthesis,
  reviewList,
  type PlanSynthesis,
  type ReviewList,
  type SectorPlan,
} from '#src/engine/index.ts'
import { openChanceBook } from './plan-chance.ts'

export type ReviewFigures = {
  list: ReviewList
  synthesis: PlanSynthesis
  /** Chance of keeping theory, then the plan as it stands, shares. */
  before: number | null
  after: number | null
  /** Points that each change alone gives or takes against theory on its lines, by hcp. */
  points: ReadonlyMap<string, number | null>
}

export const sectorPlanOf = (dto: PlanDto): SectorPlan => ({
  state: dto.state,
  lines: dto.lines,
  channels: dto.channels.map(({ code, weightMilli, loadMilli }) => ({ code, weightMilli, loadMilli })),
  segments: dto.segments.map(({ code }) => code),
  capacityMilli: dto.capacityMilli,
  constraints: dto.constraints,
})

/** What a manager weighs: the changes, and the chance with and without each of them. */
export function reviewFigures(dto: PlanDto): ReviewFigures {
  const plan = sectorPlanOf(dto)
  const context = { today: dto.today, closesOn: dto.closesOn }
  const people = new Map(dto.hcps.map((hcp) => [hcp.hcpId, hcp]))
  const book = openChanceBook(plan, people, dto.forecast)
  const after = book.probability()
  const list = reviewList(plan, dto.limits, context)
  const changed = [
    ...list.toDecide,
    ...list.removals,
    ...list.additions,
    ...list.frequencies,
    ...list.channels,
  ]
  const points = new Map<string, number | null>()
  const linesOf = (hcpId: string) => plan.lines.filter((line) => line.hcpId === hcpId && !line.locked)
  for (const { hcpId, decision } of changed) {
    const own = linesOf(hcpId)
    // A refused change already counts as theory: what it would have weighed is told all the same.
    const asked = own.map((line) => ({ ...line, decision: 'ALLOWED' as const }))
    const theory = asked.map((line) => ({ ...line, proposed: line.theoretical }))
    book.move(asked)
    const kept = book.probability()
    book.move(theory)
    const without = book.probability()
    book.move(decision === 'REFUSED' ? theory : asked)
    points.set(hcpId, kept === null || without === null ? null : (kept - without) * 100)
  }
  for (const { hcpId } of changed)
    book.move(
      linesOf(hcpId).map((line) => ({ ...line, proposed: line.theoretical, decision: 'NONE' as const })),
    )
  return {
    list,
    synthesis: planSynthesis(plan, dto.limits, context),
    before: book.probability(),
    after,
    points,
  }
}

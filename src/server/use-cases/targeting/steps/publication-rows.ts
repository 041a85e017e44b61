import { allocate, targetGoalReader, type Allocation, type ConstraintCause } from '#src/engine/index.ts'
import { dayText } from '#src/lib/calendar.ts'
import { uuid7 } from '../../../platform/uuid7.ts'
import type { AssignmentWhy } from '../../../repositories/allocation-repository.ts'
import type { NewPublishedSector } from '../../../repositories/publication-repository.ts'
import type { NewGoal, NewPresentation, NewTarget } from '../../../repositories/target-write-repository.ts'
import type { AllocationBasis } from '../../strategy/steps/read-allocation.ts'
import type { SectorForce } from '../../strategy/steps/sector-capacities.ts'

/** As the database writes them. */
const causeCodes: Record<ConstraintCause, string> = {
  opposition: 'OPPOSITION',
  noConsent: 'NO_CONSENT',
  exclusion: 'EXCLUSION',
  noVisit: 'NO_VISIT',
  yearlyCap: 'YEARLY_CAP',
  noAccess: 'NO_ACCESS',
  capacity: 'CAPACITY',
}

export type PublicationRows = {
  allocation: Allocation
  targets: NewTarget[]
  /** Without the plan's version, which the writing transaction makes. */
  goals: (Omit<NewGoal, 'planVersionId'> & { sectorId: string })[]
  presentations: NewPresentation[]
}

export type Whys = { segmentation: string; axis: string | null; byHcp: ReadonlyMap<string, AssignmentWhy> }

/** Theoretical targeting as rows to write: an hcp is a target when the grid asks for it, even where nothing can be done. */
export function publicationRows(basis: AllocationBasis, whys: Whys, moment: number): PublicationRows {
  const allocation = allocate(basis.input)
  const goalsOf = targetGoalReader(basis.input, allocation.lines)
  const channelIds = new Map(basis.channels.map(({ code, id }) => [code, id]))
  const products = new Map(basis.products.map((product) => [product.code, product]))
  const segmentIds = new Map(basis.segments.map(({ code, id }) => [code, id]))
  const networkOf = new Map(basis.sectors.map(({ sectorId, networkId }) => [sectorId, networkId]))
  const targets: NewTarget[] = []
  const goals: PublicationRows['goals'] = []
  const presentations: NewPresentation[] = []

  basis.hcps.forEach((hcp, row) => {
    const wanted = goalsOf(row)
    const cycleSegmentId = segmentIds.get(hcp.segment ?? '')
    if (wanted.length === 0 || !cycleSegmentId) return
    const rank = basis.input.hcps.axis[row] ?? NaN
    const rankValue = Number.isNaN(rank) ? null : rank
    const { hcpId, sectorId, practiceId } = hcp
    const targetId = uuid7(moment)
    const networkId = networkOf.get(sectorId) ?? ''
    targets.push({
      id: targetId,
      sectorId,
      hcpId,
      practiceId,
      cycleSegmentId,
      rankValue,
      why: whyOf(whys, hcpId, rankValue),
    })
    for (const goal of wanted) {
      const channelId = channelIds.get(goal.channel)
      if (!channelId) continue
      const planLineId = goal.contacts > 0 ? uuid7(moment) : null
      goals.push({
        targetId,
        sectorId,
        hcpId,
        channelId,
        contacts: goal.wanted,
        infeasible: goal.infeasible,
        cause: goal.cause && causeCodes[goal.cause],
        maxCredited: goal.maxCredited,
        priority: goal.priority,
        planLineId,
      })
      if (planLineId === null) continue
      for (const { product: code, presentations: shown, position } of goal.presentations) {
        const product = products.get(code)
        if (!product?.networkIds.includes(networkId) || shown === 0) continue
        presentations.push({
          targetId,
          channelId,
          planLineId,
          productId: product.id,
          presentations: shown,
          position,
        })
      }
    }
  })
  return { allocation, targets, goals, presentations }
}

function whyOf({ segmentation, axis, byHcp }: Whys, hcpId: string, value: number | null): object {
  const why = byHcp.get(hcpId)
  return {
    segmentation,
    classes: why?.classes ?? {},
    cell: why?.cell ?? null,
    rule: why?.rule ?? null,
    ...(axis && { axis, value }),
  }
}

/** A sector with its field force and days as they are at this moment: what later changes of territory cannot move. */
export function publishedSector(sector: SectorForce): NewPublishedSector {
  const { sectorId, networkId, regionId, holidayZone, leadMemberId, capacity } = sector
  return {
    sectorId,
    networkId,
    regionId,
    holidayZone,
    leadMemberId,
    members: sector.assignments.map(({ memberId, kind, shareBps, startsOn, endsBefore }) => ({
      memberId,
      kind,
      shareBps,
      startsOn: dayText(startsOn),
      endsBefore: endsBefore === null ? null : dayText(endsBefore),
    })),
    halfDays: {
      firstDay: dayText(capacity.firstDay),
      days: capacity.days,
      workedDays: capacity.workedDays,
      vacantDays: capacity.vacantDays,
      cumulativeMilli: [...capacity.cumulativeMilli],
      rawCumulativeMilli: [...capacity.rawCumulativeMilli],
    },
    capacityMilli: capacity.totalMilli,
  }
}

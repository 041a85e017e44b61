import type { Gate, TargetCause, TargetingSector, TargetingTotals } from '#src/contracts/targeting.ts'
import { gateSchema, targetCauses } from '#src/contracts/targeting.ts'
import { shareInBps, type Allocation, type FeasibilityRow } from '#src/engine/index.ts'
import type { CycleChannelRow } from '../../../repositories/allocation-repository.ts'
import type { GoalSumRow, PublishedSectorRow } from '../../../repositories/target-repository.ts'
import type { SectorForce } from '../../strategy/steps/sector-capacities.ts'

export type Figures = { totals: TargetingTotals; sectors: TargetingSector[] }

const gateOf = ({ wanted, infeasible, shareBps, causes }: FeasibilityRow): Gate => ({
  wanted,
  infeasible,
  shareBps,
  causes: [...causes],
})

/** Figures of what is computed now. */
export function computedFigures(
  { totals, feasibility }: Allocation,
  sectors: readonly SectorForce[],
  leads: ReadonlyMap<string, string>,
): Figures {
  const whole = totals.sectors.reduce<number[]>(
    (sums, sector) => sector.contactsByChannel.map((contacts, index) => contacts + (sums[index] ?? 0)),
    [],
  )
  const { hcps, targets, contacts, loadMilli, capacityMilli, utilisationBps, costCents } = totals
  return {
    totals: {
      hcps,
      targets,
      contacts,
      loadMilli,
      capacityMilli,
      utilisationBps,
      costCents,
      contactsByChannel: whole,
      gate: gateOf(feasibility),
    },
    sectors: sectors.flatMap((sector, index) => {
      const total = totals.sectors[index]
      const gate = feasibility.sectors[index]
      if (!total || !gate) return []
      return {
        id: sector.sectorId,
        code: sector.code,
        name: sector.name,
        region: sector.regionName,
        lead: leads.get(sector.leadMemberId ?? '') ?? null,
        hcps: total.hcps,
        targets: total.targets,
        contacts: total.contacts,
        loadMilli: total.loadMilli,
        capacityMilli: total.capacityMilli,
        utilisationBps: total.utilisationBps,
        costCents: total.costCents,
        contactsByChannel: [...total.contactsByChannel],
        gate: gateOf(gate),
      }
    }),
  }
}

const causeOfCode = new Map<string, TargetCause>(
  (['OPPOSITION', 'NO_CONSENT', 'EXCLUSION', 'NO_VISIT', 'YEARLY_CAP', 'NO_ACCESS', 'CAPACITY'] as const).map(
    (code, index) => [code, targetCauses[index] ?? 'capacity'],
  ),
)

export const storedCause = (code: string | null): TargetCause | null => causeOfCode.get(code ?? '') ?? null

function summed(
  rows: readonly GoalSumRow[],
  channels: readonly CycleChannelRow[],
  base: { hcps: number; targets: number; capacityMilli: number },
): TargetingTotals {
  const contactsByChannel = channels.map(({ id }) =>
    rows.reduce((sum, row) => (row.channelId === id ? sum + row.wanted - row.infeasible : sum), 0),
  )
  const weighted = (unit: (channel: CycleChannelRow) => number) =>
    channels.reduce((sum, channel, index) => sum + (contactsByChannel[index] ?? 0) * unit(channel), 0)
  const loadMilli = weighted(({ loadMilli: load }) => load)
  const wanted = rows.reduce((sum, row) => sum + row.wanted, 0)
  const infeasible = rows.reduce((sum, row) => sum + row.infeasible, 0)
  return {
    ...base,
    contacts: weighted(() => 1),
    contactsByChannel,
    loadMilli,
    utilisationBps: shareInBps(loadMilli, base.capacityMilli),
    costCents: weighted(({ unitCostCents }) => unitCostCents),
    gate: {
      wanted,
      infeasible,
      shareBps: shareInBps(infeasible, wanted),
      causes: targetCauses.flatMap((cause) => {
        const contacts = rows.reduce(
          (sum, row) => (storedCause(row.cause) === cause ? sum + row.infeasible : sum),
          0,
        )
        return contacts > 0 ? [{ cause, contacts }] : []
      }),
    },
  }
}

/** Gates of several sectors as one. */
function joined(gates: readonly Gate[]): Gate {
  const sum = (value: (gate: Gate) => number) => gates.reduce((total, gate) => total + value(gate), 0)
  const wanted = sum((gate) => gate.wanted)
  const infeasible = sum((gate) => gate.infeasible)
  const causes = targetCauses.map((cause) => ({
    cause,
    contacts: sum((gate) => gate.causes.find((one) => one.cause === cause)?.contacts ?? 0),
  }))
  return {
    wanted,
    infeasible,
    shareBps: shareInBps(infeasible, wanted),
    causes: causes.filter(({ contacts }) => contacts > 0),
  }
}

/**
 * Figures of what was published, over the sectors in reach. The gate is the one that was passed: under the fit « warn »
 * goals beyond capacity stay in the plans, and only it counts them.
 */
export function publishedFigures(
  published: readonly PublishedSectorRow[],
  goals: readonly GoalSumRow[],
  channels: readonly CycleChannelRow[],
): Figures {
  const bySector = Map.groupBy(goals, ({ sectorId }) => sectorId)
  const sum = (value: (sector: PublishedSectorRow) => number) =>
    published.reduce((total, sector) => total + value(sector), 0)
  const targets = sum((sector) => sector.targets)
  const sectors = published.map(({ targets: own, capacityMilli, gate, ...sector }) => {
    const figures = summed(bySector.get(sector.id) ?? [], channels, {
      hcps: own,
      targets: own,
      capacityMilli,
    })
    const passed = gateSchema.safeParse(gate).data
    return { ...sector, ...figures, gate: passed ?? figures.gate }
  })
  return {
    totals: {
      ...summed(goals, channels, {
        hcps: targets,
        targets,
        capacityMilli: sum(({ capacityMilli }) => capacityMilli),
      }),
      gate: joined(sectors.map(({ gate }) => gate)),
    },
    sectors,
  }
}

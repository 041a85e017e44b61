import { shareInBps } from '../allocate/shares.ts'
import type { Limits } from '../configuration/limits.ts'
import { planAllowance, usesAllowance } from './plan-allowance.ts'
import { committedContacts, planHcps, type PlanHcp } from './plan-hcps.ts'
import type {
  ChangeKind,
  ContactPair,
  HcpChange,
  PlanContext,
  PlanLine,
  PlanSynthesis,
  PlanTotals,
  SectorPlan,
} from './plan-types.ts'

type Pair = { theoretical: number; proposed: number }
type Tally = { hcps: number; changes: number; locked: number; cells: Pair[] }

/**
 * The sector at a glance: contacts by channel and by segment × channel, load against capacity, goal, changes by kind,
 * what misses a reason and what waits for the manager. Proposed counts what is committed: a change that the manager
 * refused counts as theory, and is in no count of changes. Segments in the order of the plan, hcps without one last.
 */
export function planSynthesis(plan: SectorPlan, limits: Limits, context: PlanContext): PlanSynthesis {
  const hcps = planHcps(plan)
  const tallies = segmentTallies(plan, hcps)
  const channels = plan.channels.map((channel, index) => {
    const pairs = [...tallies.values()].map((tally) => tally.cells[index])
    return { channel: channel.code, ...summed(pairs) }
  })
  const changes = hcps.filter(usesAllowance).flatMap((hcp) => (hcp.change ? [hcp.change] : []))
  const ids = (holds: (change: HcpChange) => boolean) =>
    hcps.flatMap((hcp) => (hcp.change && holds(hcp.change) ? [hcp.hcpId] : []))
  return {
    theoretical: totals(
      plan,
      channels,
      'theoretical',
      countHcps(hcps, (line) => line.theoretical),
    ),
    proposed: totals(plan, channels, 'proposed', countHcps(hcps, committedContacts)),
    capacityMilli: plan.capacityMilli,
    channels,
    segments: [...tallies]
      .filter(([, tally]) => tally.hcps + tally.changes + tally.locked > 0)
      .map(([segment, { cells, ...counts }]) => ({
        segment,
        ...counts,
        ...summed(cells),
        channels: plan.channels.map((channel, index) => ({
          channel: channel.code,
          ...summed([cells[index]]),
        })),
      })),
    changes: changes.length,
    changesByKind: {
      addition: countKind(changes, 'addition'),
      removal: countKind(changes, 'removal'),
      frequency: countKind(changes, 'frequency'),
      channel: countKind(changes, 'channel'),
    },
    lockedHcps: hcps.filter((hcp) => hcp.locked).length,
    missingReasons: limits.reasonRequired
      ? ids((change) => change.decision !== 'REFUSED' && !change.reason)
      : [],
    toDecide: ids((change) => change.decision === 'TO_DECIDE'),
    refused: ids((change) => change.decision === 'REFUSED'),
    allowance: planAllowance(hcps, limits, context),
  }
}

function segmentTallies(plan: SectorPlan, hcps: readonly PlanHcp[]): Map<string | null, Tally> {
  const empty = (): Tally => ({
    hcps: 0,
    changes: 0,
    locked: 0,
    cells: plan.channels.map(() => ({ theoretical: 0, proposed: 0 })),
  })
  const tallies = new Map<string | null, Tally>(plan.segments.map((segment) => [segment, empty()]))
  const indexes = new Map(plan.channels.map((channel, index) => [channel.code, index]))
  // An hcp without a segment comes last, after segments that the plan does not name.
  const ordered = [
    ...hcps.filter((hcp) => hcp.segment !== null),
    ...hcps.filter((hcp) => hcp.segment === null),
  ]
  for (const hcp of ordered) {
    const tally = tallies.get(hcp.segment) ?? empty()
    tallies.set(hcp.segment, tally)
    if (hcp.lines.some((line) => line.theoretical > 0 || committedContacts(line) > 0)) tally.hcps += 1
    if (usesAllowance(hcp)) tally.changes += 1
    if (hcp.locked) tally.locked += 1
    for (const line of hcp.lines) {
      const cell = tally.cells[indexes.get(line.channel) ?? -1]
      if (!cell) continue
      cell.theoretical += line.theoretical
      cell.proposed += committedContacts(line)
    }
  }
  return tallies
}

function summed(pairs: readonly (ContactPair | undefined)[]): Pair {
  const sum = { theoretical: 0, proposed: 0 }
  for (const pair of pairs) {
    sum.theoretical += pair?.theoretical ?? 0
    sum.proposed += pair?.proposed ?? 0
  }
  return sum
}

function totals(
  plan: SectorPlan,
  contacts: readonly ContactPair[],
  side: 'theoretical' | 'proposed',
  hcps: number,
): PlanTotals {
  const weighted = (unit: (channel: SectorPlan['channels'][number]) => number) =>
    plan.channels.reduce((sum, channel, index) => sum + (contacts[index]?.[side] ?? 0) * unit(channel), 0)
  const loadMilli = weighted((channel) => channel.loadMilli)
  return {
    hcps,
    contacts: weighted(() => 1),
    loadMilli,
    goalMilli: weighted((channel) => channel.weightMilli),
    utilisationBps: plan.capacityMilli === null ? null : shareInBps(loadMilli, plan.capacityMilli),
  }
}

function countHcps(hcps: readonly PlanHcp[], contacts: (line: PlanLine) => number): number {
  return hcps.filter((hcp) => hcp.lines.some((line) => contacts(line) > 0)).length
}

function countKind(changes: readonly HcpChange[], kind: ChangeKind): number {
  return changes.filter((change) => change.kind === kind).length
}

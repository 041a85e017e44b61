import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { PlanLineup } from '#src/contracts/plan-overview.ts'
import {
  planChance,
  planSynthesis,
  type Prior,
  type PlanLine,
  type PlanSynthesis,
  type SectorPlan,
} from '#src/engine/index.ts'
import { daysBetween } from '#src/lib/calendar.ts'
import type { CycleChannelRow } from '../../../repositories/allocation-repository.ts'
import type { OverviewLine } from '../../../repositories/plan-overview-repository.ts'
import type { PlanHead } from '../../../repositories/plan-repository.ts'
import { lockOf, type wordsByHcp } from './plan-constraints.ts'

export type LineupGround = {
  document: Configuration
  channels: readonly CycleChannelRow[]
  segmentCodes: readonly string[]
  words: ReturnType<typeof wordsByHcp>
  prior: Prior
  memory: number
}

export type Lined = { head: PlanHead; plan: SectorPlan; synthesis: PlanSynthesis; lineup: PlanLineup }

/** A plan among others, with the same synthesis and chance as on its own screen. */
export function lineUp(
  head: PlanHead,
  rows: readonly OverviewLine[],
  ground: LineupGround,
  stateAt: Date | undefined,
): Lined {
  const { channels, document, words } = ground
  const byCode = new Map(channels.map((channel) => [channel.code, channel]))
  const lines = rows.map((row): PlanLine => {
    const channel = byCode.get(row.channel)
    const sealed = head.state === 'SEALED'
    const locked = !sealed && (!channel || lockOf(row, channel, words) !== null)
    const proposed = sealed ? (row.approved ?? row.proposed) : locked ? 0 : row.proposed
    return { ...row, comment: null, locked, proposed }
  })
  const capacityMilli = head.capacityMilli > 0 || head.leadMemberId === null ? head.capacityMilli : null
  const plan: SectorPlan = {
    state: head.state,
    lines,
    channels: channels.map(({ code, weightMilli, loadMilli }) => ({ code, weightMilli, loadMilli })),
    segments: ground.segmentCodes,
    capacityMilli,
  }
  const context = { today: head.today, closesOn: head.closesOn }
  const synthesis = planSynthesis(plan, document.limits, context)
  const { theoretical, proposed, allowance } = synthesis
  const unsent = head.state === 'OPEN' || head.state === 'RETURNED'
  const daysLate = head.closesOn === null ? 0 : Math.max(daysBetween(head.closesOn, head.today), 0)
  const pair = (of: (totals: typeof theoretical) => number) => ({
    theoretical: of(theoretical),
    proposed: of(proposed),
  })
  return {
    head,
    plan,
    synthesis,
    lineup: {
      id: head.id,
      sectorId: head.sectorId,
      sectorCode: head.sectorCode,
      sectorName: head.sectorName,
      regionId: head.regionId,
      regionName: head.regionName,
      lead: head.leadName,
      state: head.state,
      late: unsent && daysLate > 0,
      daysLate: unsent ? daysLate : 0,
      closesOn: head.closesOn,
      stateAt: stateAt?.toISOString() ?? null,
      untouched: unsent && synthesis.changes + synthesis.refused.length === 0,
      targets: pair(({ hcps }) => hcps),
      contacts: pair(({ contacts }) => contacts),
      loadMilli: pair(({ loadMilli }) => loadMilli),
      goalMilli: pair(({ goalMilli }) => goalMilli),
      capacityMilli,
      utilisationBps: proposed.utilisationBps,
      changes: synthesis.changes,
      maximumChanges: allowance.changes.maximum,
      toDecide: synthesis.toDecide.length,
      missingReasons: synthesis.missingReasons.length,
      probabilityBps: chanceBps(head, rows, lines, ground),
    },
  }
}

function chanceBps(
  head: PlanHead,
  rows: readonly OverviewLine[],
  lines: readonly PlanLine[],
  ground: LineupGround,
): number | null {
  if (head.leadMemberId === null || lines.length === 0) return null
  const weights = new Map(ground.channels.map(({ code, weightMilli }) => [code, weightMilli]))
  const goals = lines.map((line) =>
    line.decision === 'REFUSED' && !line.locked && head.state !== 'SEALED' ? line.theoretical : line.proposed,
  )
  const { probability } = planChance(
    {
      goal: Int32Array.from(goals),
      maxCredited: Int32Array.from(lines, ({ maxCredited }, index) =>
        maxCredited === null ? -1 : Math.max(maxCredited, goals[index] ?? 0),
      ),
      weightMilli: Int32Array.from(lines, ({ channel }) => weights.get(channel) ?? 0),
      done: new Int32Array(lines.length),
      priorDone: Int32Array.from(rows, ({ prior }) => prior),
      closed: Uint8Array.from(lines, ({ locked }) => (locked ? 1 : 0)),
    },
    {
      prior: ground.prior,
      elapsed: 0,
      memory: ground.memory,
      memoryMilli: ground.document.followUp.memoryMilli,
      keepBps: ground.document.followUp.keepBps,
    },
  )
  return Number.isNaN(probability) ? null : Math.round(probability * 10_000)
}

import type { Actor } from '#src/contracts/actor.ts'
import type { WayOutDto } from '#src/contracts/alerts.ts'
import { lateFirst, type FollowLines, type WayOut } from '#src/engine/index.ts'
import { refused } from '#src/lib/app-error.ts'
import { addDays, dayNumber, isoWeekday } from '#src/lib/calendar.ts'
import { snapshot, type Tx } from '../../platform/transaction.ts'
import { listFollowPeople, listLastCalls } from '../../repositories/follow-hcp-repository.ts'
import { followCut, followForecast } from '../follow-up/steps/follow-figures.ts'
import type { FollowInput } from '../follow-up/steps/follow-input.ts'
import { readPerimeter } from '../follow-up/steps/read-perimeter.ts'
import { bpsOf, chanceBps } from '../follow-up/steps/view-figures.ts'
import type { Possible } from './steps/possible-contacts.ts'
import { sectorWayOut } from './steps/sector-way-out.ts'

type Input = { cycleId: string; sectorId: string; asOf?: string | undefined }

const toBps = (probability: number): number | null =>
  Number.isFinite(probability) ? chanceBps(probability) : null

function byCause(
  out: WayOut,
  lines: FollowLines,
  { bySpacing, byYearlyCap }: Possible,
): WayOutDto['outOfReach']['causes'] {
  const hcps = { spacing: new Set<number>(), yearlyCap: new Set<number>(), capacity: new Set<number>() }
  for (const line of out.outOfReach.lines) {
    const code = byYearlyCap[line] ? 'yearlyCap' : bySpacing[line] ? 'spacing' : 'capacity'
    hcps[code].add(lines.hcp[line] ?? -1)
  }
  return (['spacing', 'yearlyCap', 'capacity'] as const)
    .map((code) => ({ code, hcps: hcps[code].size }))
    .filter((cause) => cause.hcps > 0)
}

function reductionsBySegment(out: WayOut, input: FollowInput): WayOutDto['reductions'] {
  const found = new Map<number, { hcps: Set<number>; contacts: number }>()
  for (const { line, hcp, from, to } of out.reductions) {
    const segment = input.lines.segment[line] ?? -1
    const group = found.get(segment) ?? { hcps: new Set<number>(), contacts: 0 }
    group.hcps.add(hcp)
    group.contacts += from - to
    found.set(segment, group)
  }
  return [...found].map(([index, { hcps, contacts }]) => {
    const segment = input.segments[index]
    return { segment: segment ? { name: segment.name, rank: segment.rank } : null, hcps: hcps.size, contacts }
  })
}

/** Segments and products of the sector that earned less than expected. */
function lateParts(
  input: FollowInput,
  reading: { priors: Parameters<typeof followForecast>[1] },
): WayOutDto['late'] {
  const forecast = followForecast(input, reading.priors)
  const parts = (dimension: 'SEGMENT' | 'PRODUCT') => {
    const { adjusted } = followCut(input, forecast, 'NETWORK', dimension).figures
    const names: readonly { name: string; rank?: number }[] =
      dimension === 'SEGMENT' ? input.segments : input.products
    return lateFirst(adjusted.earnedMilli, adjusted.expectedMilli).flatMap((part) => {
      const named = names[part]
      if (!named) return []
      return [
        {
          dimension,
          label: named.name,
          rank: named.rank ?? null,
          gapMilli: (adjusted.earnedMilli[part] ?? 0) - (adjusted.expectedMilli[part] ?? 0),
          attainmentBps: bpsOf(adjusted.attainment[part] ?? NaN),
        },
      ]
    })
  }
  return [...parts('SEGMENT'), ...parts('PRODUCT')]
}

const mondayFrom = (day: string): string => addDays(day, 1 - isoWeekday(dayNumber(day)))

async function batchesDto(tx: Tx, labId: string, out: WayOut, input: FollowInput, sectorId: string) {
  const { lines, hcpIds, asOf } = input
  const ids = [
    ...new Set(out.batches.flatMap(({ contacts }) => contacts.map(({ hcp }) => hcpIds[hcp] ?? ''))),
  ]
  const people = new Map((await listFollowPeople(tx, labId, ids, asOf)).map((row) => [row.hcpId, row]))
  const last = new Map((await listLastCalls(tx, labId, [sectorId], asOf)).map((row) => [row.hcpId, row.day]))
  const firstMonday = mondayFrom(addDays(asOf, 1))
  return out.batches.map(({ contacts, chance }, index) => ({
    weekOf: addDays(firstMonday, 7 * index),
    beforeBps: chanceBps((out.batches[index - 1]?.chance ?? out.now).probability),
    afterBps: chanceBps(chance.probability),
    contacts: contacts.map(({ line, hcp, k }) => {
      const hcpId = hcpIds[hcp] ?? ''
      return {
        hcpId,
        name: people.get(hcpId)?.name ?? '',
        place: people.get(hcpId)?.commune ?? null,
        segmentRank: input.segments[lines.segment[line] ?? -1]?.rank ?? null,
        channelId: input.channels[lines.channel[line] ?? -1]?.id ?? '',
        done: (lines.done[line] ?? 0) + k - 1,
        goal: lines.goal[line] ?? 0,
        lastCallOn: last.get(hcpId) ?? null,
      }
    }),
  }))
}

/**
 * The way out of a sector: extra contacts ranked by what they bring, a week at a time with the chance after each, what
 * stays out of reach and why, and the lines whose reduction would bring the chance to amber.
 */
export const getWayOut = (actor: Actor, asked: Input): Promise<WayOutDto> =>
  snapshot(actor, async (tx) => {
    const { labId } = actor
    const { cycleId: id, sectorId } = asked
    const reading = await readPerimeter(tx, actor, { id, sectorId }, { asOf: asked.asOf })
    const { input } = reading
    const { lines, settings, asOf } = input
    const sector = input.forces.findIndex((force) => force.sectorId === sectorId)
    const force = input.forces[sector]
    if (!force || lines.goal.length === 0) throw refused('way-out-without-plan')
    const { out, possible } = await sectorWayOut(tx, labId, reading, sector)
    const { notPossibleMilli, noCapacityMilli, hcps } = out.outOfReach
    return {
      sectorId,
      asOf,
      amberBps: settings.amberBps,
      redBps: settings.redBps,
      nowBps: toBps(out.now.probability),
      batches: await batchesDto(tx, labId, out, input, sectorId),
      outOfReach: { notPossibleMilli, noCapacityMilli, hcps, causes: byCause(out, lines, possible) },
      reductions: reductionsBySegment(out, input),
      reducedHcps: out.reductions.map(({ line, hcp, from, to }) => ({
        hcpId: input.hcpIds[hcp] ?? '',
        channelId: input.channels[lines.channel[line] ?? -1]?.id ?? '',
        from,
        to,
      })),
      afterBps: toBps(out.after.probability),
      reachesAmber: out.reachesAmber,
      late: lateParts(input, reading),
      channels: input.channels.map(({ id: channelId, name, kind }) => ({ id: channelId, name, kind })),
    }
  })

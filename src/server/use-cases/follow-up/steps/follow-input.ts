import type { CycleDto } from '#src/contracts/cycles.ts'
import type {
  Configuration,
  FollowLines,
  FollowPresentations,
  FollowSectors,
  FollowUp,
  SectorActivity,
} from '#src/engine/index.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type { Days } from '../../../repositories/capacity-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import {
  listFollowChannels,
  listFollowProducts,
  listFollowSegments,
  listLeads,
  type FollowChannel,
  type FollowProduct,
  type FollowSegment,
} from '../../../repositories/follow-cycle-repository.ts'
import {
  listDoneBySector,
  listFollowLines,
  listFollowPresentations,
  type FollowLineRow,
} from '../../../repositories/follow-line-repository.ts'
import type { FollowScope } from '../../../repositories/follow-sql.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'
import { memoryWindow, type SectorForce } from '../../strategy/steps/sector-capacities.ts'
import { asOfDay, type AsOfDay } from './as-of-day.ts'
import { followSectors } from './follow-sectors.ts'

/** Everything that the follow-up of a network in a cycle is computed from, as of one day: columns for the engine, and legends. */
export type FollowInput = {
  cycle: CycleDto
  networkId: string
  /** What was asked for: the as-of day of now, or an earlier one. */
  asOf: string
  known: AsOfDay
  run: Days
  scope: FollowScope
  document: Configuration
  configurationHash: string | null
  settings: FollowUp
  lines: FollowLines
  sectors: FollowSectors
  presentations: FollowPresentations
  activity: SectorActivity
  /** Row of `sectors` → who and where; ascending by sector id. */
  forces: SectorForce[]
  leads: Map<string, string>
  regionOf: Int32Array
  regionIds: string[]
  hcpIds: string[]
  channels: FollowChannel[]
  segments: (FollowSegment & { valueMilli: number })[]
  products: FollowProduct[]
}

const indexOf = (ids: readonly string[]) => new Map(ids.map((id, index) => [id, index]))
const sorted = (ids: Iterable<string>) => [...new Set(ids)].sort()

function lineColumns(
  rows: readonly FollowLineRow[],
  index: {
    hcps: Map<string, number>
    sectors: Map<string, number>
    segments: Map<string, number>
    channels: Map<string, number>
  },
  channels: readonly FollowChannel[],
): FollowLines {
  const column = (valueOf: (row: FollowLineRow) => number) => Int32Array.from(rows, valueOf)
  const channelOf = (row: FollowLineRow) => channels[index.channels.get(row.channelId) ?? -1]
  return {
    hcp: column((row) => index.hcps.get(row.hcpId) ?? -1),
    sector: column((row) => index.sectors.get(row.sectorId) ?? -1),
    segment: column((row) => index.segments.get(row.segmentId ?? '') ?? -1),
    channel: column((row) => index.channels.get(row.channelId) ?? -1),
    goal: column((row) => row.goal),
    firstGoal: column((row) => row.firstGoal),
    maxCredited: column((row) => row.maxCredited ?? -1),
    weightMilli: column((row) => channelOf(row)?.weightMilli ?? 0),
    loadMilli: column((row) => channelOf(row)?.loadMilli ?? 0),
    done: column((row) => row.done),
    planned: column((row) => row.planned),
    priorDone: column((row) => row.priorDone),
    recentDone: column((row) => row.recentDone),
    closed: Uint8Array.from(rows, (row) => (row.closed ? 1 : 0)),
  }
}

/**
 * Reads the follow-up of a network (the first of the cycle unless given) as of `asOf` (the latest known day unless given;
 * a later one is refused). A dozen statements, however many sectors and lines. Not found: the cycle, the network in it.
 */
export async function readFollowInput(
  tx: Tx,
  labId: string,
  cycleId: string,
  options: { networkId?: string | undefined; asOf?: string | undefined } = {},
): Promise<FollowInput> {
  const cycle = await findCycle(tx, labId, cycleId)
  if (!cycle) throw notFound()
  if (!cycle.run) throw refused('follow-up-without-run')
  const { run } = cycle
  const networkId = options.networkId ?? cycle.networkIds[0]
  if (!networkId || !cycle.networkIds.includes(networkId)) throw notFound()
  const networkIds = [networkId]
  const known = await asOfDay(tx, labId, run, networkIds)
  const asOf = options.asOf ?? known.asOf
  if (asOf > known.asOf) throw refused('follow-up-after-known', { asOf, known: known.asOf })
  const { hash, document } = await configurationInForce(tx, labId, cycle)
  const memory = memoryWindow(run)
  const { segmentation } = document.grid
  const scope: FollowScope = { cycleId, asOf, run, memory, networkIds, segmentation }

  const force = await followSectors(tx, labId, networkIds, run, memory, asOf)
  const recent = force.forces.map(({ sectorId }, index) => ({
    sectorId,
    since: force.recentSince[index] ?? run.startsOn,
  }))
  const channels = await listFollowChannels(tx, labId, cycleId)
  const products = await listFollowProducts(tx, labId, cycleId)
  const segments = await listFollowSegments(tx, labId, cycleId, segmentation)
  const leads = await listLeads(tx, labId, asOf < run.startsOn ? run.startsOn : asOf)
  const sectorIds = indexOf(force.forces.map(({ sectorId }) => sectorId))
  const channelIds = indexOf(channels.map(({ id }) => id))
  // A plan of a sector that no longer exists in the run, or a channel taken out of the cycle, is followed by nobody.
  const isFollowed = (row: { sectorId: string; channelId: string }) =>
    sectorIds.has(row.sectorId) && channelIds.has(row.channelId)
  const rows = (await listFollowLines(tx, labId, scope, recent, clock.now())).filter(isFollowed)
  const shown = (await listFollowPresentations(tx, labId, scope)).filter(isFollowed)
  const done = await listDoneBySector(tx, labId, scope)

  const hcpIds = sorted(rows.map(({ hcpId }) => hcpId))
  const lines = lineColumns(
    rows,
    {
      hcps: indexOf(hcpIds),
      sectors: sectorIds,
      segments: indexOf(segments.map(({ id }) => id)),
      channels: channelIds,
    },
    channels,
  )
  const lineOf = new Map(
    rows.map(({ sectorId, hcpId, channelId }, line) => [`${sectorId} ${hcpId} ${channelId}`, line]),
  )
  const productIds = indexOf(products.map(({ id }) => id))
  const held = shown.flatMap((row) => {
    const line = lineOf.get(`${row.sectorId} ${row.hcpId} ${row.channelId}`)
    const product = productIds.get(row.productId)
    return line === undefined || product === undefined ? [] : [{ ...row, line, product }]
  })
  const bySector = new Map(done.map((row) => [row.sectorId, row]))
  const regionIds = sorted(force.forces.map(({ regionId }) => regionId))
  const regionIndex = indexOf(regionIds)
  const grid = document.segmentations.find(({ code }) => code === segmentation)
  const values = new Map(grid?.segments.map(({ code, valueMilli }) => [code, valueMilli]))
  return {
    cycle,
    networkId,
    asOf,
    known,
    run,
    scope,
    document,
    configurationHash: hash,
    settings: document.followUp,
    lines,
    sectors: force.sectors,
    presentations: {
      line: Int32Array.from(held, (row) => row.line),
      product: Int32Array.from(held, (row) => row.product),
      approved: Int32Array.from(held, (row) => row.approved),
      shown: Int32Array.from(held, (row) => row.shown),
    },
    activity: {
      done: Int32Array.from(force.forces, ({ sectorId }) => bySector.get(sectorId)?.done ?? 0),
      onCommitted: Int32Array.from(force.forces, ({ sectorId }) => bySector.get(sectorId)?.onCommitted ?? 0),
      daysWorkedMilli: force.daysWorkedMilli,
    },
    forces: force.forces,
    leads: new Map(leads.map(({ sectorId, name }) => [sectorId, name])),
    regionOf: Int32Array.from(force.forces, ({ regionId }) => regionIndex.get(regionId) ?? -1),
    regionIds,
    hcpIds,
    channels,
    segments: segments.map((segment) => ({ ...segment, valueMilli: values.get(segment.code) ?? 1000 })),
    products,
  }
}

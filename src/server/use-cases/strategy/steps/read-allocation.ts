import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import { unqualifiedSegment, type AllocationInput } from '#src/engine/index.ts'
import { refused } from '#src/lib/app-error.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readRunAxis } from '../../../repositories/run-column-repository.ts'
import {
  listAllocationHcps,
  listCycleChannels,
  listCycleProducts,
  listCycleSegments,
  type AllocationHcpRow,
  type CycleChannelRow,
  type CycleProductRow,
  type CycleSegmentRow,
} from '../../../repositories/allocation-repository.ts'
import { countYearlyUsed } from '../../../repositories/allocation-yearly-repository.ts'
import { findOfficialRun } from '../../../repositories/cycle-figures-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { listLastWords } from '../../../repositories/permission-repository.ts'
import { allocationColumns } from './allocation-columns.ts'
import { sectorCapacities, type SectorForce } from './sector-capacities.ts'

/** Everything that theoretical targeting is computed from; row i of the columns is `hcps[i]`. */
export type AllocationBasis = {
  runId: string
  runConfigurationHash: string
  hcps: readonly AllocationHcpRow[]
  sectors: readonly SectorForce[]
  channels: readonly CycleChannelRow[]
  products: readonly CycleProductRow[]
  segments: readonly CycleSegmentRow[]
  input: AllocationInput
}

/** The axis that decides who is served first inside a priority: the rows of the matrix. */
export const rankAxis = (document: Configuration): string | null =>
  document.segmentations.find(({ code }) => code === document.grid.segmentation)?.matrix.rows ?? null

/** What the grid meets: hcps of the latest official run, their sectors on the first day of the run, and constraints. */
export async function readAllocation(
  tx: Tx,
  labId: string,
  cycle: CycleDto,
  document: Configuration,
  sectorIds?: readonly string[],
): Promise<AllocationBasis> {
  const { run, networkIds } = cycle
  if (!run) throw refused('strategy-no-run-window')
  const official = await findOfficialRun(tx, labId, cycle.id)
  if (!official) throw refused('strategy-no-official-run')
  const { segmentation } = document.grid
  const lab = await findLab(tx, labId)

  const sectors = await sectorCapacities(tx, labId, { networkIds, sectorIds }, run)
  const channels = await listCycleChannels(tx, labId, cycle.id)
  const segments = await listCycleSegments(tx, labId, cycle.id, segmentation)
  const hcps = await listAllocationHcps(tx, labId, {
    runId: official.id,
    segmentation,
    networkIds,
    sectorIds,
    day: run.startsOn,
  })
  const axis = rankAxis(document)
  const only = sectorIds ? hcps.map(({ hcpId }) => hcpId) : null
  const columns = allocationColumns(hcps, {
    segmentCodes: orderedCodes(segments),
    sectorIds: sectors.map(({ sectorId }) => sectorId),
    channels,
    words: await listLastWords(tx, labId, clock.now(), only),
    yearlyUsed: await countYearlyUsed(tx, labId, clock.today(lab?.timeZone ?? 'Europe/Paris'), only),
    axis: axis ? await readRunAxis(tx, labId, official.id, segmentation, axis) : new Map(),
  })
  return {
    runId: official.id,
    runConfigurationHash: official.configurationHash,
    hcps,
    sectors,
    channels,
    products: await listCycleProducts(tx, labId, cycle.id),
    segments,
    input: {
      hcps: columns,
      channels: channels.map(({ code, kind, needsConsent, loadMilli, weightMilli, unitCostCents }) => ({
        code,
        isVisit: kind === 'VISIT',
        needsConsent,
        loadMilli,
        weightMilli,
        unitCostCents,
        maximumContacts: null,
      })),
      sectors: sectors.map(({ sectorId, capacity }) => ({
        id: sectorId,
        capacityMilli: capacity.totalMilli,
      })),
      grid: document.grid,
      fit: document.fit,
      yearlyContactCap: document.constraints.yearlyContactCap,
    },
  }
}

/** Segments by rank, *Non qualifié* last whatever its rank. */
export function orderedCodes(segments: readonly CycleSegmentRow[]): string[] {
  const codes = segments.map(({ code }) => code)
  return codes.includes(unqualifiedSegment)
    ? [...codes.filter((code) => code !== unqualifiedSegment), unqualifiedSegment]
    : codes
}

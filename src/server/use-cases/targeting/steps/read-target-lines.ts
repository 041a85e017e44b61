import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { can, mayEver, scope } from '#src/policy/can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  listCycleChannels,
  listCycleSegments,
  type CycleChannelRow,
  type CycleSegmentRow,
} from '../../../repositories/allocation-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { findLatestPublication } from '../../../repositories/publication-repository.ts'
import {
  findTargetWords,
  listTargetGoals,
  type TargetWords,
} from '../../../repositories/target-repository.ts'
import { loadWorkingConfiguration } from '../../cycles/steps/configuration.ts'
import { readAllocation } from '../../strategy/steps/read-allocation.ts'
import { computedLines, publishedLines, type UnnamedLine } from './target-lines.ts'

export type NamedLine = UnnamedLine & TargetWords

/**
 * Theoretical targets of one sector, or of every sector in the actor's reach: as published, or for head office as a
 * publication of now would hold them.
 */
export async function readTargetLines(
  tx: Tx,
  actor: Actor,
  cycleId: string,
  sectorId: string | null,
): Promise<{
  cycle: CycleDto
  channels: CycleChannelRow[]
  segments: CycleSegmentRow[]
  lines: NamedLine[]
}> {
  const { labId } = actor
  const cycle = await findCycle(tx, labId, cycleId)
  if (!cycle) throw notFound()
  if (sectorId) assertCan(actor, 'targeting.read', { labId, sectorIds: [sectorId] })
  const channels = await listCycleChannels(tx, labId, cycleId)
  const { document } = await loadWorkingConfiguration(tx, labId, cycleId)
  const segments = await listCycleSegments(tx, labId, cycleId, document.grid.segmentation)
  const unnamed = await unnamedLines(tx, actor, cycle, sectorId, channels)
  const words = await findTargetWords(tx, labId, unnamed)
  const lines = unnamed.map((line) => ({
    ...line,
    ...(words.get(line.hcpId) ?? { name: '', specialty: null, commune: null }),
  }))
  return { cycle, channels, segments, lines }
}

async function unnamedLines(
  tx: Tx,
  actor: Actor,
  cycle: CycleDto,
  sectorId: string | null,
  channels: readonly CycleChannelRow[],
): Promise<UnnamedLine[]> {
  const { labId } = actor
  const publication = await findLatestPublication(tx, labId, cycle.id)
  if (publication) {
    const reach = sectorId
      ? { kind: 'sectors' as const, sectorIds: [sectorId] }
      : scope(actor, 'targeting.read')
    return publishedLines(await listTargetGoals(tx, labId, cycle.id, reach), channels)
  }
  // Not yet published: nobody in the field sees it.
  if (!mayEver(actor, 'configuration.read') || !can(actor, 'configuration.read', { labId })) return []
  const { document } = await loadWorkingConfiguration(tx, labId, cycle.id)
  return computedLines(await readAllocation(tx, labId, cycle, document, sectorId ? [sectorId] : undefined))
}

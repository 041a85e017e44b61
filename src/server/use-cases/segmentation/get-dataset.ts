import type { Actor } from '#src/contracts/actor.ts'
import { createDataset, encodeDataset } from '#src/engine/index.ts'
import { decodeTable, encodeTable } from '#src/lib/columns/binary.ts'
import { codeColumn } from '#src/lib/columns/build-columns.ts'
import type { Column } from '#src/lib/columns/column-types.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { sha256 } from '../../platform/hash.ts'
import { snapshot } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { readRunSegments } from '../../repositories/dataset-source-repository.ts'
import { findLatestRun } from '../../repositories/run-repository.ts'
import { loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { readSource } from './steps/read-source.ts'

export type DatasetBody = { hash: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * What the studio computes from, as one body: the cycle's dataset as it stands now, without names, and beside it the
 * segment of each hcp in the last official run (columns `official:segmentation`). Named by the hash of the whole.
 */
export async function getDataset(actor: Actor, cycleId: string): Promise<DatasetBody> {
  const { labId } = actor
  const { source, official } = await snapshot(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'configuration.read', { labId })
    const { document } = await loadWorkingConfiguration(tx, labId, cycleId)
    const run = await findLatestRun(tx, labId, cycleId, { done: true })
    const segments = new Map<string, Map<string, string>>()
    if (run)
      for (const { code } of document.segmentations)
        segments.set(code, await readRunSegments(tx, labId, run.id, code))
    return { source: await readSource(tx, labId, cycle, document), official: segments }
  })
  const dataset = createDataset(source.input)
  const { rows, meta, columns } = decodeTable(encodeDataset(dataset))
  const places = [...official].map(([code, byHcp]): [string, Column] => [
    `official:${code}`,
    codeColumn(dataset.hcpIds.map((id) => byHcp.get(id) ?? null)),
  ])
  const bytes = encodeTable({ rows, meta, columns: { ...columns, ...Object.fromEntries(places) } })
  return { hash: sha256(bytes), bytes }
}

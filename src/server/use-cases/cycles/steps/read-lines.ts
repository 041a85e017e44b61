import type { CycleLine } from '#src/contracts/cycles.ts'
import { notFound } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { readCycleFigures } from '../../../repositories/cycle-figures-repository.ts'
import { listCycleHeads, type CycleHead } from '../../../repositories/cycle-list-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { readQualified } from '../../qualification/steps/qualified.ts'
import { configurationInForce } from './configuration.ts'
import { cycleLine, keptQualified, stepFigures, type Qualified } from './ribbon.ts'

async function liveQualified(tx: Tx, labId: string, head: CycleHead): Promise<Qualified | null> {
  if (keptQualified(head)) return null
  const cycle = await findCycle(tx, labId, head.id)
  if (!cycle || cycle.networkIds.length === 0) return null
  const { document } = await configurationInForce(tx, labId, cycle)
  return readQualified(tx, labId, cycle, document)
}

/** Cycles as lines of the ribbon; one when an id is given. */
export async function readCycleLines(tx: Tx, labId: string, cycleId?: string): Promise<CycleLine[]> {
  const heads = await listCycleHeads(tx, labId, cycleId)
  const stored = await readCycleFigures(
    tx,
    labId,
    heads.map(({ id }) => id),
  )
  const lines: CycleLine[] = []
  for (const head of heads) {
    const figures = stored.get(head.id)
    if (figures) lines.push(cycleLine(head, stepFigures(figures, await liveQualified(tx, labId, head))))
  }
  return lines
}

export async function readCycleLine(tx: Tx, labId: string, cycleId: string): Promise<CycleLine> {
  const [line] = await readCycleLines(tx, labId, cycleId)
  if (!line) throw notFound()
  return line
}

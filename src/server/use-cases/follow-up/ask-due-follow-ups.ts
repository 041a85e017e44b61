import { clock } from '../../platform/clock.ts'
import { actorless, type Tx } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { listFollowedCycles } from '../../repositories/follow-cycle-repository.ts'
import {
  findDutyMember,
  findLatestFollowRun,
  lockQueuedFollowRun,
} from '../../repositories/follow-run-repository.ts'
import { lastCallImportAt } from '../../repositories/import-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { latestSnapshotDay } from '../../repositories/snapshot-repository.ts'
import { listAllLabs } from '../../repositories/work-repository.ts'
import { asOfDay } from './steps/as-of-day.ts'
import { askFollowUp } from './steps/ask-follow-up.ts'

/** A computation that failed is tried again after this long, not at every sweep. */
const patienceMs = 3_600_000

async function isDue(tx: Tx, labId: string, cycleId: string): Promise<boolean> {
  const cycle = await findCycle(tx, labId, cycleId)
  if (!cycle?.run || (await lockQueuedFollowRun(tx, labId, cycleId))) return false
  const last = await findLatestFollowRun(tx, labId, cycleId)
  if (last?.state === 'RUNNING') return false
  const failedAt = last?.state === 'FAILED' && last.endedAt ? Date.parse(last.endedAt) : null
  if (failedAt !== null && clock.now().getTime() - failedAt < patienceMs) return false
  // An import may bring calls of days that figures know already.
  const importedAt = await lastCallImportAt(tx, labId)
  if (last && importedAt !== null && importedAt > last.askedAt) return true
  for (const networkId of cycle.networkIds) {
    const { asOf } = await asOfDay(tx, labId, cycle.run, [networkId])
    const kept = await latestSnapshotDay(tx, labId, cycleId, networkId)
    if (asOf >= cycle.run.startsOn && (kept === null || kept < asOf)) return true
  }
  return false
}

/** Asks for the figures of every cycle of a lab whose latest known day has none yet, or whose calls an import changed. Answers how many were asked. */
async function askDueFollowUp(labId: string): Promise<number> {
  return actorless({ labId }, async (tx) => {
    const lab = await findLab(tx, labId)
    const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
    const memberId = await findDutyMember(tx, labId, today)
    let asked = 0
    for (const { id } of memberId ? await listFollowedCycles(tx, labId, today) : []) {
      if (!memberId || !(await isDue(tx, labId, id))) continue
      const cycle = await findCycle(tx, labId, id)
      asked += (await askFollowUp(tx, { labId, memberId }, cycle?.networkIds ?? [])).length
    }
    return { value: asked, audit: null }
  })
}

/** What the worker's sweep does for every lab: it falls due soon after midnight, where each lab is. */
export async function askDueFollowUps(): Promise<number> {
  let asked = 0
  for (const { id } of await listAllLabs()) asked += await askDueFollowUp(id)
  return asked
}

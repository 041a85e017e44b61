import type { FormHcp, Worklist } from '#src/contracts/qualification.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { daysBetween } from '#src/lib/calendar.ts'
import { scope } from '#src/policy/can.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listProgress, type HcpProgress } from '../../../repositories/answer-completeness-repository.ts'
import { findCycle, findCyclesInState } from '../../../repositories/cycle-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'
import { cycleGround, cycleQuestions, fieldSource, type Question } from './questions.ts'

/** How far the form of one hcp is: what the field may answer, and what came by itself. */
export function formProgress(
  questions: readonly Question[],
  progress: Pick<HcpProgress, 'present' | 'expired'>,
): Pick<FormHcp, 'answered' | 'total' | 'expired' | 'finished'> {
  const present = new Set(progress.present)
  const mine = questions.map((question) => fieldSource(question) !== null)
  const counted = questions.map((_, ordinal) => mine[ordinal] || present.has(ordinal))
  return {
    answered: present.size,
    total: counted.filter(Boolean).length,
    expired: progress.expired.filter((ordinal) => mine[ordinal]).length,
    finished: questions.every(
      ({ asked }, ordinal) => !asked.required || !mine[ordinal] || present.has(ordinal),
    ),
  }
}

/** The forms that this person is asked to fill, by cycle in qualification; unfinished hcps first, then by name. */
export async function readWorklists(tx: Tx, actor: Actor): Promise<Worklist[]> {
  const { labId } = actor
  const reach = scope(actor, 'qualification.answer')
  if (reach.kind === 'lab' || reach.sectorIds.length === 0) return []
  const lab = await findLab(tx, labId)
  const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
  const worklists: Worklist[] = []
  for (const cycleId of await findCyclesInState(tx, labId, 'QUALIFICATION')) {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) continue
    const { document } = await configurationInForce(tx, labId, cycle)
    const questions = await cycleQuestions(tx, labId, cycle, document)
    const ground = await cycleGround(tx, labId, cycle, document)
    const rows = await listProgress(tx, labId, ground, questions, reach.sectorIds)
    if (rows.length === 0 || questions.length === 0) continue
    const endsOn = cycle.qualification?.endsOn ?? null
    const hcps = rows.map(({ hcpId, name, specialty, place, ...progress }) => ({
      id: hcpId,
      name,
      specialty,
      place,
      ...formProgress(questions, progress),
    }))
    worklists.push({
      cycleId,
      cycleName: cycle.name,
      endsOn,
      daysLeft: endsOn ? daysBetween(today, endsOn) : null,
      hcps: [...hcps.filter(({ finished }) => !finished), ...hcps.filter(({ finished }) => finished)],
    })
  }
  return worklists
}

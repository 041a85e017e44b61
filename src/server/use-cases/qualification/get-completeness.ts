import type { Actor } from '#src/contracts/actor.ts'
import type { CompletenessDto } from '#src/contracts/qualification.ts'
import { notFound } from '#src/lib/app-error.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import { readCompleteness } from '../../repositories/answer-completeness-repository.ts'
import { findCycle, listCycleSectors } from '../../repositories/cycle-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { cycleGround, cycleQuestions } from './steps/questions.ts'

/** Answers present of the cycle's hcps, by sector of the reader's reach and question. */
export const getCompleteness = (actor: Actor, cycleId: string): Promise<CompletenessDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    const reach = scope(actor, 'qualification.read')
    const { document } = await configurationInForce(tx, labId, cycle)
    const questions = await cycleQuestions(tx, labId, cycle, document)
    const ground = await cycleGround(tx, labId, cycle, document)
    const sectorIds = reach.kind === 'lab' ? undefined : reach.sectorIds
    const counted = await readCompleteness(tx, labId, ground, questions, sectorIds)
    const counts = new Map(counted.map((one) => [one.sectorId, one]))
    const sectors = await listCycleSectors(tx, labId, cycle.networkIds, ground.day, reach)
    return {
      cycleId: cycle.id,
      cycleName: cycle.name,
      referenceDay: ground.day,
      questions: questions.map(({ key, labels, asked }) => ({ key, labels, required: asked.required })),
      sectors: sectors.map((sector) => ({
        ...sector,
        hcps: counts.get(sector.id)?.hcps ?? 0,
        present: counts.get(sector.id)?.present ?? questions.map(() => 0),
        expired: counts.get(sector.id)?.expired ?? questions.map(() => 0),
      })),
    }
  })

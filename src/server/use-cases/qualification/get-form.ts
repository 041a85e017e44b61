import type { Actor } from '#src/contracts/actor.ts'
import type { FormDto } from '#src/contracts/qualification.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { read } from '../../platform/transaction.ts'
import { findEffectiveAnswers } from '../../repositories/answer-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'
import { findFormHcp } from '../../repositories/observation-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { formQuestion } from './steps/form.ts'
import { cycleGround, cycleQuestions } from './steps/questions.ts'

/** One hcp's form: questions, and what is known already with its source and date. */
export const getForm = (actor: Actor, input: { cycleId: string; hcpId: string }): Promise<FormDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const lab = await findLab(tx, labId)
    const hcp = await findFormHcp(tx, labId, input.hcpId, clock.today(lab?.timeZone ?? 'Europe/Paris'))
    if (!hcp) throw notFound()
    assertCan(actor, 'qualification.read', { labId, sectorIds: hcp.sectorIds })
    const cycle = await findCycle(tx, labId, input.cycleId)
    if (!cycle) throw notFound()
    const { document } = await configurationInForce(tx, labId, cycle)
    const questions = await cycleQuestions(tx, labId, cycle, document)
    const ground = await cycleGround(tx, labId, cycle, document)
    const answers = await findEffectiveAnswers(tx, labId, ground, questions, [hcp.id])
    const byKey = new Map(answers.map((answer) => [answer.key, answer]))
    const { id, name, specialty, place, segment } = hcp
    return {
      cycleId: cycle.id,
      cycleName: cycle.name,
      hcp: { id, name, specialty, place, segment },
      questions: questions.map((question) => formQuestion(actor, question, byKey.get(question.key))),
    }
  })

import type { Actor } from '#src/contracts/actor.ts'
import type { AnswerDto } from '#src/contracts/directory-hcp.ts'
import type { PlanWhy } from '#src/contracts/plan-overview.ts'
import type { Axis } from '#src/engine/index.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { keepThoseInSector } from '../../repositories/plan-hcp-repository.ts'
import { listPlanLines } from '../../repositories/plan-line-repository.ts'
import { findStoredWhy, type StoredWhy } from '../../repositories/plan-why-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { hcpAnswers } from '../directory/steps/hcp-answers.ts'
import { groundOf } from './steps/load-plan.ts'
import { openPlan } from './steps/open-plan.ts'

const criteriaOf = ({ source }: Axis): readonly string[] =>
  source.kind === 'criterion' ? [source.criterion] : source.terms.map(({ criterion }) => criterion)

function axisWhy(axis: Axis, why: StoredWhy): PlanWhy['axes'][number] {
  const classCode = why.classes[axis.code] ?? null
  const at = axis.classes.findIndex(({ code }) => code === classCode)
  return {
    code: axis.code,
    name: axis.name,
    classCode,
    className: axis.classes[at]?.name ?? null,
    classIndex: at < 0 ? null : at,
    classCount: axis.classes.length,
    value: why.axis === axis.code ? why.value : null,
    cuts: axis.classification.method === 'thresholds' ? [...axis.classification.cuts] : [],
  }
}

const answerWhy = (answer: AnswerDto, locale: Actor['locale']): PlanWhy['answers'][number] => ({
  criterion: answer.criterion,
  label: answer.label[locale],
  kind: answer.kind,
  number: answer.number,
  text: answer.option?.[locale] ?? answer.text,
  unit: answer.unit,
  source: answer.source,
  mine: answer.mine,
  observedOn: answer.observedOn,
})

/** Why a professional of the plan, or one who may be added to it, is in its segment, in the words of the configuration. */
export const explainTarget = (actor: Actor, input: { id: string; hcpId: string }): Promise<PlanWhy> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const head = await openPlan(tx, actor, input.id, 'plans.read')
    const held = (await listPlanLines(tx, labId, [head.versionId])).some(({ hcpId }) => hcpId === input.hcpId)
    const place = { sectorId: head.sectorId, day: head.today }
    if (!held && !(await keepThoseInSector(tx, labId, place, [input.hcpId])).has(input.hcpId))
      throw notFound()
    const { document } = await configurationInForce(tx, labId, { id: head.cycleId, state: head.cycleState })
    const why = await findStoredWhy(tx, labId, { ...groundOf(head, document), hcpId: input.hcpId })
    if (!why) throw notFound()
    const axes = document.segmentations.find(({ code }) => code === document.grid.segmentation)?.axes ?? []
    const asked = new Set(axes.flatMap(criteriaOf))
    const answers = (await hcpAnswers(tx, actor, head.cycleId, input.hcpId)).filter(
      ({ criterion, state }) => state === 'VALUE' && asked.has(criterion),
    )
    return {
      segment: why.segment,
      rule: why.rule,
      cell: why.cell,
      axes: axes.map((axis) => axisWhy(axis, why)),
      answers: answers.map((answer) => answerWhy(answer, actor.locale)),
    }
  })

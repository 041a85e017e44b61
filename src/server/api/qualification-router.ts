import { answerQuestion } from '../use-cases/qualification/answer-question.ts'
import { arrangeCriteria } from '../use-cases/qualification/arrange-criteria.ts'
import { getCompleteness } from '../use-cases/qualification/get-completeness.ts'
import { getCriteria } from '../use-cases/qualification/get-criteria.ts'
import { getForm } from '../use-cases/qualification/get-form.ts'
import { listHcpsBehind } from '../use-cases/qualification/list-hcps-behind.ts'
import { listWorklists } from '../use-cases/qualification/list-worklists.ts'
import { saveCriterion } from '../use-cases/qualification/save-criterion.ts'
import { api } from './base.ts'

const { qualification } = api

export const qualificationRouter = {
  criteria: qualification.criteria.handler(({ context, input }) => getCriteria(context.actor, input.id)),
  saveCriterion: qualification.saveCriterion.handler(({ context, input }) =>
    saveCriterion(context.actor, input),
  ),
  arrangeCriteria: qualification.arrangeCriteria.handler(({ context, input }) =>
    arrangeCriteria(context.actor, input),
  ),
  completeness: qualification.completeness.handler(({ context, input }) =>
    getCompleteness(context.actor, input.id),
  ),
  hcpsBehind: qualification.hcpsBehind.handler(({ context, input }) => listHcpsBehind(context.actor, input)),
  worklists: qualification.worklists.handler(({ context }) => listWorklists(context.actor)),
  form: qualification.form.handler(({ context, input }) => getForm(context.actor, input)),
  answer: qualification.answer.handler(({ context, input }) => answerQuestion(context.actor, input)),
}

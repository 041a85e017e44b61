import { approvePlan } from '../use-cases/plans/approve-plan.ts'
import { decideChanges } from '../use-cases/plans/decide-changes.ts'
import { exportPlan } from '../use-cases/plans/export-plan.ts'
import { findCandidates } from '../use-cases/plans/find-candidates.ts'
import { getOverview } from '../use-cases/plans/get-overview.ts'
import { getPlan } from '../use-cases/plans/get-plan.ts'
import { listPlans } from '../use-cases/plans/list-plans.ts'
import { returnPlan } from '../use-cases/plans/return-plan.ts'
import { saveChanges } from '../use-cases/plans/save-changes.ts'
import { submitPlan } from '../use-cases/plans/submit-plan.ts'
import { api } from './base.ts'

export const plansRouter = {
  list: api.plans.list.handler(({ context }) => listPlans(context.actor)),
  get: api.plans.get.handler(({ context, input }) => getPlan(context.actor, input.id)),
  overview: api.plans.overview.handler(({ context, input }) => getOverview(context.actor, input)),
  candidates: api.plans.candidates.handler(({ context, input }) => findCandidates(context.actor, input)),
  saveChanges: api.plans.saveChanges.handler(({ context, input }) => saveChanges(context.actor, input)),
  submit: api.plans.submit.handler(({ context, input }) => submitPlan(context.actor, input)),
  decide: api.plans.decide.handler(({ context, input }) => decideChanges(context.actor, input)),
  return: api.plans.return.handler(({ context, input }) => returnPlan(context.actor, input)),
  approve: api.plans.approve.handler(({ context, input }) => approvePlan(context.actor, input)),
  export: api.plans.export.handler(({ context, input }) => exportPlan(context.actor, input.id)),
}

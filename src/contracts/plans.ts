import * as z from 'zod'
import { idInputSchema, idSchema } from './common.ts'
import {
  approveInputSchema,
  decideInputSchema,
  planStateResultSchema,
  returnInputSchema,
  saveChangesInputSchema,
  saveResultSchema,
  submitInputSchema,
} from './plan-commands.ts'
import { planCandidateSchema, planSchema } from './plan-document.ts'
import { planChoiceSchema, planOverviewSchema } from './plan-overview.ts'
import { procedure } from './procedure.ts'

export const plansContract = {
  list: procedure('plans.read')
    .route({
      method: 'GET',
      path: '/plans',
      summary: 'Plans in reach, those of the cycle in engagement first',
      tags: ['stable'],
    })
    .output(z.object({ items: z.array(planChoiceSchema) })),
  get: procedure('plans.read')
    .route({ method: 'GET', path: '/plans/{id}', summary: 'One sector plan, line by line', tags: ['stable'] })
    .input(idInputSchema)
    .output(planSchema),
  overview: procedure('plans.read')
    .route({
      method: 'GET',
      path: '/plan-overview',
      summary: 'Plans of a cycle with their figures, by region, segment and reason',
      tags: ['stable'],
    })
    .input(z.object({ cycleId: idSchema.optional() }))
    .output(planOverviewSchema.nullable()),
  candidates: procedure('plans.edit')
    .route({
      method: 'GET',
      path: '/plans/{id}/candidates',
      summary: 'Professionals of the sector that the plan does not hold',
      tags: ['internal'],
    })
    .input(idInputSchema.extend({ text: z.string().max(80).default('') }))
    .output(z.object({ items: z.array(planCandidateSchema) })),
  saveChanges: procedure('plans.edit')
    .route({
      method: 'POST',
      path: '/plans/{id}/changes',
      summary: 'Keep a batch of changes; answers and conflicts come line by line',
      tags: ['internal'],
    })
    .input(saveChangesInputSchema)
    .output(saveResultSchema),
  submit: procedure('plans.submit')
    .route({
      method: 'POST',
      path: '/plans/{id}/submission',
      summary: 'Sign and send a plan',
      tags: ['internal'],
    })
    .input(submitInputSchema)
    .output(planStateResultSchema),
  decide: procedure('plans.decide')
    .route({
      method: 'POST',
      path: '/plans/{id}/decisions',
      summary: 'Accept or refuse changes',
      tags: ['internal'],
    })
    .input(decideInputSchema)
    .output(planStateResultSchema),
  return: procedure('plans.decide')
    .route({
      method: 'POST',
      path: '/plans/{id}/return',
      summary: 'Give a plan back with a comment',
      tags: ['internal'],
    })
    .input(returnInputSchema)
    .output(planStateResultSchema),
  approve: procedure('plans.decide')
    .route({
      method: 'POST',
      path: '/plans/{id}/approval',
      summary: 'Approve and seal a plan',
      tags: ['internal'],
    })
    .input(approveInputSchema)
    .output(planStateResultSchema),
  export: procedure('plans.read')
    .route({ method: 'POST', path: '/plans/{id}/export', summary: 'A plan as CSV', tags: ['internal'] })
    .input(idInputSchema)
    .output(z.object({ fileName: z.string(), content: z.string() })),
}

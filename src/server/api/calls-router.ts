import { correctCall } from '../use-cases/calls/correct-call.ts'
import { countCallDays } from '../use-cases/calls/count-call-days.ts'
import { getCallChance } from '../use-cases/calls/get-call-chance.ts'
import { getCallOptions } from '../use-cases/calls/get-call-options.ts'
import { listCalls } from '../use-cases/calls/list-calls.ts'
import { logCall } from '../use-cases/calls/log-call.ts'
import { suggestHcps } from '../use-cases/calls/suggest-hcps.ts'
import { undoCall } from '../use-cases/calls/undo-call.ts'
import { api } from './base.ts'

export const callsRouter = {
  options: api.calls.options.handler(({ context }) => getCallOptions(context.actor)),
  suggestions: api.calls.suggestions.handler(({ context, input }) => suggestHcps(context.actor, input)),
  days: api.calls.days.handler(({ context, input }) => countCallDays(context.actor, input)),
  list: api.calls.list.handler(({ context, input }) => listCalls(context.actor, input)),
  log: api.calls.log.handler(({ context, input }) => logCall(context.actor, input)),
  chance: api.calls.chance.handler(({ context, input }) => getCallChance(context.actor, input.id)),
  correct: api.calls.correct.handler(({ context, input }) => correctCall(context.actor, input)),
  undo: api.calls.undo.handler(({ context, input }) => undoCall(context.actor, input)),
}

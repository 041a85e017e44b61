import { getStrategy } from '../use-cases/strategy/get-strategy.ts'
import { saveStrategy } from '../use-cases/strategy/save-strategy.ts'
import { api } from './base.ts'

export const strategyRouter = {
  get: api.strategy.get.handler(({ context, input }) => getStrategy(context.actor, input.id)),
  save: api.strategy.save.handler(({ context, input }) => saveStrategy(context.actor, input)),
}

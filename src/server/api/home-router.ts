import { getHome } from '../use-cases/home/get-home.ts'
import { api } from './base.ts'

export const homeRouter = {
  get: api.home.get.handler(({ context }) => getHome(context.actor)),
}

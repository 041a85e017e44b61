import { exportFollowUp } from '../use-cases/follow-up/export-follow-up.ts'
import { getFollowUp } from '../use-cases/follow-up/get-follow-up.ts'
import { listHcpsBehind } from '../use-cases/follow-up/list-hcps-behind.ts'
import { listWatermarks } from '../use-cases/follow-up/list-watermarks.ts'
import { settleWatermark } from '../use-cases/follow-up/settle-watermark.ts'
import { api } from './base.ts'

export const followUpRouter = {
  get: api.followUp.get.handler(({ context, input }) => getFollowUp(context.actor, input)),
  hcps: api.followUp.hcps.handler(({ context, input }) => listHcpsBehind(context.actor, input)),
  export: api.followUp.export.handler(({ context, input }) => exportFollowUp(context.actor, input)),
  watermarks: api.followUp.watermarks.handler(({ context }) => listWatermarks(context.actor)),
  settle: api.followUp.settle.handler(({ context, input }) => settleWatermark(context.actor, input)),
}

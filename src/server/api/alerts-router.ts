import { acknowledgeAlert } from '../use-cases/alerts/acknowledge-alert.ts'
import { countAlerts } from '../use-cases/alerts/count-alerts.ts'
import { getWayOut } from '../use-cases/alerts/get-way-out.ts'
import { listAlerts } from '../use-cases/alerts/list-alerts.ts'
import { api } from './base.ts'

export const alertsRouter = {
  list: api.alerts.list.handler(({ context, input }) => listAlerts(context.actor, input)),
  count: api.alerts.count.handler(({ context }) => countAlerts(context.actor)),
  wayOut: api.alerts.wayOut.handler(({ context, input }) => getWayOut(context.actor, input)),
  acknowledge: api.alerts.acknowledge.handler(({ context, input }) => acknowledgeAlert(context.actor, input)),
}

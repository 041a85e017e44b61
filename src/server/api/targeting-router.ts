import { exportTargeting } from '../use-cases/targeting/export-targeting.ts'
import { getPublicationRun } from '../use-cases/targeting/get-publication-run.ts'
import { getSectorTargets } from '../use-cases/targeting/get-sector-targets.ts'
import { getTargeting } from '../use-cases/targeting/get-targeting.ts'
import { publishTargeting } from '../use-cases/targeting/publish-targeting.ts'
import { api } from './base.ts'

export const targetingRouter = {
  get: api.targeting.get.handler(({ context, input }) => getTargeting(context.actor, input.id)),
  sector: api.targeting.sector.handler(({ context, input }) =>
    getSectorTargets(context.actor, input.id, input.sectorId),
  ),
  publish: api.targeting.publish.handler(({ context, input }) => publishTargeting(context.actor, input)),
  publication: api.targeting.publication.handler(({ context, input }) =>
    getPublicationRun(context.actor, input.id),
  ),
  export: api.targeting.export.handler(({ context, input }) =>
    exportTargeting(context.actor, input.id, input.sectorId ?? null),
  ),
}

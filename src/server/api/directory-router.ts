import { createHcp } from '../use-cases/directory/create-hcp.ts'
import { exportHcps } from '../use-cases/directory/export-hcps.ts'
import { find } from '../use-cases/directory/find.ts'
import { findCommunes } from '../use-cases/directory/find-communes.ts'
import { getFacets } from '../use-cases/directory/get-facets.ts'
import { getHcp } from '../use-cases/directory/get-hcp.ts'
import { listHcps } from '../use-cases/directory/list-hcps.ts'
import { setPermission } from '../use-cases/directory/set-permission.ts'
import { updateHcp } from '../use-cases/directory/update-hcp.ts'
import { api } from './base.ts'

export const directoryRouter = {
  list: api.directory.list.handler(({ context, input }) => listHcps(context.actor, input)),
  facets: api.directory.facets.handler(({ context }) => getFacets(context.actor)),
  export: api.directory.export.handler(({ context, input }) => exportHcps(context.actor, input)),
  get: api.directory.get.handler(({ context, input }) => getHcp(context.actor, input)),
  find: api.directory.find.handler(({ context, input }) => find(context.actor, input)),
  communes: api.directory.communes.handler(({ context, input }) => findCommunes(context.actor, input)),
  create: api.directory.create.handler(({ context, input }) => createHcp(context.actor, input)),
  update: api.directory.update.handler(({ context, input }) => updateHcp(context.actor, input)),
  setPermission: api.directory.setPermission.handler(({ context, input }) =>
    setPermission(context.actor, input),
  ),
}

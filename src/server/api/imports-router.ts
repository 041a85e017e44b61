import { getImport } from '../use-cases/imports/get-import.ts'
import { getImportOptions } from '../use-cases/imports/get-import-options.ts'
import { listImportErrors } from '../use-cases/imports/list-import-errors.ts'
import { listImports } from '../use-cases/imports/list-imports.ts'
import { startApply } from '../use-cases/imports/start-apply.ts'
import { startCheck } from '../use-cases/imports/start-check.ts'
import { api } from './base.ts'

export const importsRouter = {
  list: api.imports.list.handler(({ context, input }) => listImports(context.actor, input)),
  get: api.imports.get.handler(({ context, input }) => getImport(context.actor, input.id)),
  errors: api.imports.errors.handler(({ context, input }) => listImportErrors(context.actor, input.id)),
  options: api.imports.options.handler(({ context }) => getImportOptions(context.actor)),
  check: api.imports.check.handler(({ context, input }) => startCheck(context.actor, input)),
  apply: api.imports.apply.handler(({ context, input }) => startApply(context.actor, input)),
}

import 'server-only'
import { createRouterClient } from '@orpc/server'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { ApiContext } from './base.ts'
import { router } from './router.ts'

/** For pages: the router called in process, with the query keys of the browser's client. */
export const directQueries = (context: ApiContext) =>
  createTanstackQueryUtils(createRouterClient(router, { context }))

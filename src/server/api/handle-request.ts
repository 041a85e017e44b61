import 'server-only'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { onError, ORPCError } from '@orpc/server'
import { RPCHandler } from '@orpc/server/fetch'
import { SimpleCsrfProtectionHandlerPlugin } from '@orpc/server/plugins'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { logger } from '../platform/logger.ts'
import { openApiDocument } from './open-api-document.ts'
import { requestContext } from './request-context.ts'
import { router } from './router.ts'
import { fromSameSite } from './same-site.ts'

function log(error: unknown): void {
  if (error instanceof ORPCError && error.status < 500) return
  logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'request failed')
}

const rpc = new RPCHandler(router, {
  interceptors: [onError((error) => log(error))],
  plugins: [new SimpleCsrfProtectionHandlerPlugin()],
})
const rest = new OpenAPIHandler(router, {
  interceptors: [onError((error) => log(error))],
  // What stands in a query string is text: numbers and booleans are read as the contract says.
  plugins: [new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] })],
})

const answer = (status: number, code: string) => Response.json({ code, status }, { status })

/** One router, two transports: RPC for the interface, REST with its OpenAPI document for integrators. */
export async function handleApiRequest(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method === 'GET' && pathname === '/api/v1/openapi.json')
    return Response.json(await openApiDocument())
  if (!fromSameSite(request)) return answer(403, 'CROSS_SITE')
  const context = await requestContext()
  const { matched, response } = pathname.startsWith('/api/v1/rpc/')
    ? await rpc.handle(request, { prefix: '/api/v1/rpc', context })
    : await rest.handle(request, { prefix: '/api/v1', context })
  return matched ? response : answer(404, 'NOT_FOUND')
}

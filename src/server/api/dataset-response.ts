import 'server-only'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Actor } from '#src/contracts/actor.ts'
import { idSchema } from '#src/contracts/common.ts'
import { AppError } from '#src/lib/app-error.ts'
import { logger } from '../platform/logger.ts'
import { mayCall } from '../use-cases/account/may-call.ts'
import { getDataset, type DatasetBody } from '../use-cases/segmentation/get-dataset.ts'
import { requestContext } from './request-context.ts'
import { fromSameSite } from './same-site.ts'

const compress = promisify(gzip)

// Columns of numbers compress well at once; a higher level costs seconds for a few per cent.
const level = 4

const statuses = { UNAUTHORIZED: 401, FORBIDDEN: 403, NOT_FOUND: 404 } as const
const answer = (status: number, code: string) => Response.json({ code, status }, { status })

/**
 * The dataset of a cycle as one compressed body. The browser keeps it and asks again with its tag: as long as nothing
 * moved it is not sent twice.
 */
export async function datasetResponse(
  request: Request,
  cycleId: string,
  load: (actor: Actor, cycleId: string) => Promise<DatasetBody> = getDataset,
): Promise<Response> {
  if (!fromSameSite(request)) return answer(403, 'CROSS_SITE')
  if (!idSchema.safeParse(cycleId).success) return answer(404, 'NOT_FOUND')
  const { actor } = await requestContext()
  try {
    mayCall(actor, 'configuration.read')
    if (!actor) throw new AppError('UNAUTHORIZED')
    const { hash, bytes } = await load(actor, cycleId)
    const headers = { ETag: `"${hash}"`, 'Cache-Control': 'private, no-cache', Vary: 'Cookie' }
    if (request.headers.get('if-none-match') === headers.ETag)
      return new Response(null, { status: 304, headers })
    return new Response(new Uint8Array(await compress(bytes, { level })), {
      headers: { ...headers, 'Content-Type': 'application/octet-stream', 'Content-Encoding': 'gzip' },
    })
  } catch (error) {
    if (!(error instanceof AppError)) {
      logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'dataset failed')
      return answer(500, 'INTERNAL_SERVER_ERROR')
    }
    const { code } = error
    return code in statuses ? answer(statuses[code as keyof typeof statuses], code) : answer(422, code)
  }
}

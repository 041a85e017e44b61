import 'server-only'
import { maxUploadBytes } from '#src/contracts/import-columns.ts'
import { importOptionsSchema } from '#src/contracts/imports.ts'
import type { Refusal } from '#src/contracts/errors.ts'
import { AppError, refused } from '#src/lib/app-error.ts'
import { logger } from '../platform/logger.ts'
import { mayCall } from '../use-cases/account/may-call.ts'
import { startCheck } from '../use-cases/imports/start-check.ts'
import { uploadFile } from '../use-cases/imports/upload-file.ts'
import { fieldErrors } from './field-errors.ts'
import { requestContext } from './request-context.ts'
import { fromSameSite } from './same-site.ts'

const statusOf: Record<AppError['code'], number> = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  REFUSED: 422,
  TOO_MANY_REQUESTS: 429,
}
const statusOfReason: Record<string, number> = {
  'file-too-large': 413,
  'file-binary': 415,
  'file-utf-16': 415,
}

/** The shape of errors of the whole API; a file that is too large is also told so by its status. */
const failure = (code: string, status: number, data?: unknown) =>
  Response.json({ defined: true, code, status, message: code, data }, { status })

function failureOf(error: AppError): Response {
  const reason = error.code === 'REFUSED' ? (error.data as Refusal).reason : ''
  return failure(error.code, statusOfReason[reason] ?? statusOf[error.code], error.data)
}

function fileName(request: Request): string {
  try {
    return decodeURIComponent(request.headers.get('x-file-name') ?? '') || 'import.csv'
  } catch {
    return 'import.csv'
  }
}

/**
 * POST /api/v1/uploads?kind=…&startsOn=…&source=…&completeThrough=…: the body is the file as it is, its name the header
 * `x-file-name`. Read as it comes; 413 as soon as it is known to be too large. Answers 201 with the import, whose check
 * the worker then begins.
 */
export async function handleUpload(request: Request): Promise<Response> {
  if (!fromSameSite(request)) return failure('FORBIDDEN', 403)
  const { actor, locale } = await requestContext()
  try {
    mayCall(actor, 'imports.write')
    if (!actor) return failure('UNAUTHORIZED', 401)
    const options = importOptionsSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!options.success)
      return failure('BAD_REQUEST', 400, { fields: fieldErrors(options.error.issues, locale) })
    if (Number(request.headers.get('content-length')) > maxUploadBytes)
      throw refused('file-too-large', { megabytes: maxUploadBytes / 1024 / 1024 })
    const content = request.body ?? new Uint8Array()
    const { id } = await uploadFile(actor, { ...options.data, name: fileName(request), content })
    return Response.json(await startCheck(actor, { id }), { status: 201 })
  } catch (error) {
    if (error instanceof AppError) return failureOf(error)
    logger.error({ error: error instanceof Error ? error.stack : String(error) }, 'upload failed')
    return failure('INTERNAL_SERVER_ERROR', 500)
  }
}

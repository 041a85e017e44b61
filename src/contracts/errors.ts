import * as z from 'zod'

const paramsSchema = z.record(z.string(), z.union([z.string(), z.number()]))

export const refusalSchema = z.object({
  /** Key of the sentence under `refusals` in the messages. */
  reason: z.string(),
  params: paramsSchema,
  items: z.array(z.object({ code: z.string(), params: paramsSchema })),
})
export type Refusal = z.infer<typeof refusalSchema>

/** The one shape of errors: every procedure declares them all. */
export const errorMap = {
  UNAUTHORIZED: { status: 401, message: 'Sign in first' },
  FORBIDDEN: { status: 403, message: 'Your role does not do this' },
  NOT_FOUND: { status: 404, message: 'Not found' },
  CONFLICT: {
    status: 409,
    message: 'Changed by somebody else meanwhile',
    data: z.object({ currentVersion: z.int(), params: paramsSchema }),
  },
  REFUSED: { status: 422, message: 'A rule of the cycle refuses this', data: refusalSchema },
  TOO_MANY_REQUESTS: {
    status: 429,
    message: 'Too many tries',
    data: z.object({ retryAfterSeconds: z.int() }),
  },
} as const

export const fieldErrorsSchema = z.object({
  fields: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })),
})
export type FieldErrors = z.infer<typeof fieldErrorsSchema>

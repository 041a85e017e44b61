import { implement, ORPCError, ValidationError } from '@orpc/server'
import { contract } from '#src/contracts/contract.ts'
import type { Actor, Locale } from '#src/contracts/actor.ts'
import { errorMap } from '#src/contracts/errors.ts'
import type { ProcedureMeta } from '#src/contracts/procedure.ts'
import { AppError } from '#src/lib/app-error.ts'
import { mayCall } from '../use-cases/account/may-call.ts'
import { fieldErrors } from './field-errors.ts'

export type ApiContext = { actor: Actor | null; locale: Locale; address: string }

const implemented = implement(contract).$context<ApiContext>()

/** AppError → the error that the contract declares; invalid input → sentences with the path of each field. */
function translated(error: unknown, locale: Locale): unknown {
  if (error instanceof AppError) {
    // The contract types `data` by code; a use case's AppError was made by the helper of that code.
    const data = error.data as never
    const { status, message } = errorMap[error.code]
    return new ORPCError(error.code, { status, message, data, defined: true })
  }
  if (error instanceof ORPCError && error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError)
    return new ORPCError('BAD_REQUEST', {
      status: 400,
      data: { fields: fieldErrors(error.cause.issues, locale) },
    })
  return error
}

/**
 * Every procedure passes here: the action that its contract names must be one that the actor's role ever has.
 * Which records it may touch is decided in the use case, from the record.
 */
const guarded = implemented.use(async ({ context, next, procedure }) => {
  const { action } = procedure['~orpc'].meta as ProcedureMeta
  try {
    if (action !== 'public') mayCall(context.actor, action)
    return await next()
  } catch (error) {
    throw translated(error, context.locale)
  }
})

/** For the procedures that come before a session. */
export const open = guarded

/** For all others: handlers get an actor, never null. */
export const api = guarded.use(async ({ context, next }) => {
  return next({ context: { actor: context.actor as Actor } })
})

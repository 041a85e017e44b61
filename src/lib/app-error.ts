export type AppErrorCode =
  | 'UNAUTHORIZED'
  | 'FORBIDDEN'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'REFUSED'
  | 'TOO_MANY_REQUESTS'

/** An answer that is not the one hoped for, with a stable code; `data` has the shape that the contract declares for it. */
export class AppError extends Error {
  readonly code: AppErrorCode
  readonly data: unknown

  constructor(code: AppErrorCode, data?: unknown) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

/** Not there and not yours are the same answer. */
export const notFound = () => new AppError('NOT_FOUND')

export type RefusalParams = Record<string, string | number>
export type RefusalItem = { code: string; params: RefusalParams }

/** A rule of the product says no: the reason's code has its sentence in the messages, under `refusals`. */
export const refused = (reason: string, params: RefusalParams = {}, items: RefusalItem[] = []) =>
  new AppError('REFUSED', { reason, params, items })

/** Somebody was faster: what is there now, so that nothing typed is lost. */
export const conflict = (currentVersion: number, params: RefusalParams = {}) =>
  new AppError('CONFLICT', { currentVersion, params })

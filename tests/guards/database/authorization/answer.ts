import { ORPCError } from '@orpc/server'

export type Answer = { code: string; status: number; body: string }

async function textOf(value: unknown): Promise<string> {
  if (value instanceof Blob) return value.text()
  return JSON.stringify(value) ?? ''
}

/** What a call answers, errors included: its code and the whole body that the caller would read. */
export async function answerOf(pending: Promise<unknown>): Promise<Answer> {
  try {
    return { code: 'OK', status: 200, body: await textOf(await pending) }
  } catch (error) {
    if (!(error instanceof ORPCError)) return { code: 'THROWN', status: 500, body: String(error) }
    return { code: error.code, status: error.status, body: JSON.stringify(error.toJSON()) }
  }
}

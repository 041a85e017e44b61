import { readiness } from '#src/server/api/readiness.ts'

export const dynamic = 'force-dynamic'

/** The process can serve: its database answers. */
export async function GET(): Promise<Response> {
  const ready = await readiness()
  return Response.json(ready, { status: ready.status === 'ok' ? 200 : 503 })
}

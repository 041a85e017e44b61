import 'server-only'
import { cache } from 'react'
import { cookies, headers } from 'next/headers'
import { getToken } from 'next-auth/jwt'
import type { Actor } from '#src/contracts/actor.ts'
import { unpack } from './auth-options.ts'
import { actorOf } from './sessions.ts'

/** Who sends this request, checked against the session row; read once a request. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const [jar, sent] = await Promise.all([cookies(), headers()])
  const req = {
    cookies: Object.fromEntries(jar.getAll().map(({ name, value }) => [name, value])),
    headers: Object.fromEntries(sent),
  }
  // next-auth types the request as Node's; it reads these two fields only.
  const token = await getToken({ req: req as unknown as Parameters<typeof getToken>[0]['req'] })
  const key = unpack(token?.['key'])
  return key && actorOf(key)
})

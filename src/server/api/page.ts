import 'server-only'
import { dehydrate, QueryClient, type DehydratedState } from '@tanstack/react-query'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { Actor } from '#src/contracts/actor.ts'
import { directQueries } from './direct.ts'
import { requestContext } from './request-context.ts'

export type PageQueries = {
  actor: Actor
  /** The router called in process, with the browser's query keys. */
  direct: ReturnType<typeof directQueries>
  queryClient: QueryClient
  dehydrated: () => DehydratedState
}

/** Signing in again leads back to the page that a session's end closed. */
async function signInPath(): Promise<string> {
  const path = (await headers()).get('x-path') ?? '/'
  return path === '/' ? '/connexion' : `/connexion?callbackUrl=${encodeURIComponent(path)}`
}

/** What a page begins with: the actor (or the sign-in page) and a cache to fill before the first paint. */
export async function pageQueries(): Promise<PageQueries> {
  const context = await requestContext()
  const { actor } = context
  if (!actor) redirect(await signInPath())
  const queryClient = new QueryClient()
  return { actor, direct: directQueries(context), queryClient, dehydrated: () => dehydrate(queryClient) }
}

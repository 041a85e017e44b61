import 'server-only'
import { cookies, headers } from 'next/headers'
import { isLocale, localeCookie } from '#src/i18n/locale.ts'
import { currentActor } from '../platform/session/current-actor.ts'
import type { ApiContext } from './base.ts'

/** Who asks, in which language, from where. */
export async function requestContext(): Promise<ApiContext> {
  const [actor, jar, sent] = await Promise.all([currentActor(), cookies(), headers()])
  const wanted = jar.get(localeCookie)?.value
  return {
    actor,
    locale: isLocale(wanted) ? wanted : (actor?.locale ?? 'fr'),
    address: sent.get('x-forwarded-for')?.split(',')[0]?.trim() ?? 'local',
  }
}

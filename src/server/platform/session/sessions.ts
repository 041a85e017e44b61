import type { Actor } from '#src/contracts/actor.ts'
import { clock } from '../clock.ts'
import { actorless, actorlessRead } from '../transaction.ts'
import { loadSessionActor } from './load-actor.ts'

const minutes = 60_000
export const idleMinutes = 30
export const absoluteHours = 12

/** What the signed cookie carries, and nothing else. */
export type SessionKey = { labId: string; sessionId: string }

/** Opens a session for a member; its id is the secret that only the cookie knows. */
export async function openSession(labId: string, memberId: string): Promise<SessionKey> {
  const sessionId = crypto.randomUUID()
  const now = clock.now()
  const absoluteEnd = new Date(now.getTime() + absoluteHours * 60 * minutes)
  return actorless(
    { labId, memberId },
    async (tx) => {
      await tx.session.create({
        data: { labId, id: sessionId, memberId, issued: now, lastSeen: now, absoluteEnd },
      })
      return {
        value: { labId, sessionId },
        audit: { action: 'session.open', subject: { kind: 'member', id: memberId } },
      }
    },
    'auth',
  )
}

/** The actor behind a cookie, or null: revoked, idle for 30 minutes, older than 12 hours, or no longer a member. */
export async function actorOf(key: SessionKey): Promise<Actor | null> {
  const { labId, sessionId } = key
  const now = clock.now().getTime()
  const idleSince = new Date(now - idleMinutes * minutes)
  const found = await actorlessRead({ labId }, (tx) => loadSessionActor(tx, labId, sessionId, idleSince))
  if (!found) return null
  if (now - found.lastSeen.getTime() > minutes) await markSeen(key)
  return found.actor
}

const markSeen = ({ labId, sessionId }: SessionKey): Promise<void> =>
  actorless({ labId }, async (tx) => {
    await tx.session.update({
      where: { labId_id: { labId, id: sessionId } },
      data: { lastSeen: clock.now() },
    })
    return { value: undefined, audit: null }
  })

/** Ends one session, or all of a member's: what the next request meets is the sign-in page. */
export async function closeSessions(actor: Actor, which: 'this' | 'all'): Promise<void> {
  await actorless({ labId: actor.labId, memberId: actor.memberId }, async (tx) => {
    await tx.session.updateMany({
      where: {
        labId: actor.labId,
        memberId: actor.memberId,
        revokedAt: null,
        ...(which === 'this' ? { id: actor.sessionId } : {}),
      },
      data: { revokedAt: clock.now() },
    })
    return {
      value: undefined,
      audit: {
        action: which === 'this' ? 'session.close' : 'session.close-all',
        subject: { kind: 'member', id: actor.memberId },
      },
    }
  })
}

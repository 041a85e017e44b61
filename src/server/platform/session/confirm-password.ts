import type { Actor } from '#src/contracts/actor.ts'
import { refused } from '#src/lib/app-error.ts'
import { actorless } from '../transaction.ts'
import { verifyPassword } from './passwords.ts'
import { forgive, throttle } from './throttle.ts'

/** Whoever signs proves again who they are: refused with `wrong-password`, and after too many tries for a while. */
export async function confirmPassword(actor: Actor, password: string): Promise<void> {
  const { labId, memberId } = actor
  const key = `sign:${memberId}`
  await throttle(key, key)
  const stored = await actorless(
    { labId, memberId },
    async (tx) => {
      const member = await tx.member.findUnique({
        where: { labId_id: { labId, id: memberId } },
        select: { login: { select: { passwordHash: true } } },
      })
      return { value: member?.login?.passwordHash ?? null, audit: null }
    },
    'auth',
  )
  if (!(await verifyPassword(stored, password))) throw refused('wrong-password')
  await forgive(key)
}

import type { LinkDto } from '#src/contracts/administration-members.ts'
import { clock } from '../../../platform/clock.ts'
import { linkPath, newSecret, secretHash, writeToken } from '../../../platform/session/one-time-links.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { createLink } from '../../../repositories/link-repository.ts'

const hours = 3_600_000
/** A week to accept an invitation, a day to choose a new password. */
const lives = { INVITE: 7 * 24 * hours, RESET: 24 * hours } as const

/** A link that works once, and ends the ones before it. Only its hash stays: the answer is its sole copy. */
export async function oneTimeLink(
  tx: Tx,
  labId: string,
  memberId: string,
  purpose: 'INVITE' | 'RESET',
): Promise<LinkDto> {
  const id = crypto.randomUUID()
  const secret = newSecret()
  const issued = clock.now()
  const expires = new Date(issued.getTime() + lives[purpose])
  await createLink(tx, labId, { id, memberId, purpose, tokenHash: secretHash(secret), issued, expires })
  const path = linkPath(writeToken({ labId, linkId: id, secret }))
  return { memberId, path, expires: expires.toISOString() }
}

import { notFound, refused } from '#src/lib/app-error.ts'
import { clock } from '../../platform/clock.ts'
import { readToken } from '../../platform/session/one-time-links.ts'
import { hashPassword, verifyPassword } from '../../platform/session/passwords.ts'
import { throttle } from '../../platform/session/throttle.ts'
import { actorless, type Tx } from '../../platform/transaction.ts'
import { takeLink, type LinkRow } from '../../repositories/link-repository.ts'
import {
  bindLogin,
  countLabsOfLogin,
  createLogin,
  findLogin,
  revokeSessions,
  setPassword,
} from '../../repositories/login-repository.ts'
import { usableLink } from './steps/usable-link.ts'

/** The login that this link opens: made now, or one that exists and proves itself by its password. */
async function loginFor(tx: Tx, link: LinkRow, password: string): Promise<string> {
  const known = await findLogin(tx, link.member.email)
  if (link.purpose === 'RESET') {
    if (!known) throw notFound()
    // A lab's administrator hands out its links: one of them must never open what another lab holds.
    if ((await countLabsOfLogin(tx, known.id)) > 1) throw refused('login-of-several-labs')
    await setPassword(tx, known.id, await hashPassword(password))
    return known.id
  }
  if (!known)
    return (await createLogin(tx, crypto.randomUUID(), link.member.email, await hashPassword(password))).id
  if (!(await verifyPassword(known.passwordHash, password))) throw refused('wrong-password')
  return known.id
}

/** Accepts an invitation or chooses a new password. A reset ends every session of the member. */
export async function useLink(input: { token: string; password: string }, address: string) {
  const key = readToken(input.token)
  if (!key) throw notFound()
  await throttle(`link:${key.linkId}`, address)
  return actorless(
    { labId: key.labId },
    async (tx) => {
      const link = await usableLink(tx, key)
      const loginId = await loginFor(tx, link, input.password)
      await bindLogin(tx, key.labId, link.member.id, loginId)
      if (!(await takeLink(tx, key.labId, link.id, clock.now()))) throw notFound()
      if (link.purpose === 'RESET') await revokeSessions(tx, key.labId, link.member.id, clock.now())
      const action = link.purpose === 'RESET' ? 'account.reset-password' : 'account.accept-invitation'
      return {
        value: { ok: true as const },
        audit: { action, subject: { kind: 'member', id: link.member.id } },
      }
    },
    'auth',
  )
}

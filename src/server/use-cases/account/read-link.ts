import { notFound } from '#src/lib/app-error.ts'
import { readToken } from '../../platform/session/one-time-links.ts'
import { actorless } from '../../platform/transaction.ts'
import { findLogin } from '../../repositories/login-repository.ts'
import { usableLink } from './steps/usable-link.ts'

/** What a one-time link is for; a link that is unknown, used or too old is not found. */
export async function readLink(token: string) {
  const key = readToken(token)
  if (!key) throw notFound()
  return actorless(
    { labId: key.labId },
    async (tx) => {
      const link = await usableLink(tx, key)
      const login = await findLogin(tx, link.member.email)
      const value = {
        purpose: link.purpose as 'INVITE' | 'RESET',
        email: link.member.email,
        labName: link.labName,
        knownLogin: link.purpose === 'INVITE' && login !== null,
      }
      return { value, audit: null }
    },
    'auth',
  )
}

import { clock } from '../clock.ts'
import { prisma } from '../db.ts'
import { actorless } from '../transaction.ts'
import { verifyPassword } from './passwords.ts'
import { openSession, type SessionKey } from './sessions.ts'
import { forgive, throttle } from './throttle.ts'

/** The labs that know this login, and the active member it is in the first of them. */
async function openFirstLab(loginId: string): Promise<SessionKey | null> {
  const labs = await prisma('auth').loginLab.findMany({ where: { loginId }, orderBy: { labId: 'asc' } })
  for (const { labId } of labs) {
    const today = clock.today('Europe/Paris')
    const memberId = await actorless(
      { labId },
      async (tx) => {
        const member = await tx.member.findFirst({
          where: {
            labId,
            loginId,
            startsOn: { lte: new Date(today) },
            OR: [{ endsBefore: null }, { endsBefore: { gt: new Date(today) } }],
          },
          select: { id: true },
        })
        return { value: member?.id ?? null, audit: null }
      },
      'auth',
    )
    if (memberId) return openSession(labId, memberId)
  }
  return null
}

/** Opens a session for an e-mail and its password, or answers null; throttled by e-mail and by address. */
export async function signInWithPassword(
  rawEmail: string,
  password: string,
  address: string,
): Promise<SessionKey | null> {
  const email = rawEmail.trim().toLowerCase()
  await throttle(email, address)
  const login = await prisma('auth').login.findUnique({ where: { email } })
  const valid = await verifyPassword(login?.passwordHash, password)
  if (!login || !valid) return null
  await forgive(email)
  return openFirstLab(login.id)
}

/** The identity provider says who; the login row says whether that person has an account here. */
export async function signInWithProvider(issuer: string, subject: string): Promise<SessionKey | null> {
  const login = await prisma('auth').login.findFirst({ where: { oidcIssuer: issuer, oidcSubject: subject } })
  return login && openFirstLab(login.id)
}

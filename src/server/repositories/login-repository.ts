import type { Tx } from '../platform/transaction.ts'

/** Logins belong to no lab; only the sign-in account of the database may touch them. */
export const findLogin = (tx: Tx, email: string) => tx.login.findUnique({ where: { email } })

export const createLogin = (tx: Tx, id: string, email: string, passwordHash: string) =>
  tx.login.create({ data: { id, email, passwordHash } })

export const setPassword = (tx: Tx, loginId: string, passwordHash: string) =>
  tx.login.update({ where: { id: loginId }, data: { passwordHash } })

/** How many labs this login opens: it holds no row of theirs, so no wall hides them from sign-in. */
export const countLabsOfLogin = (tx: Tx, loginId: string): Promise<number> =>
  tx.loginLab.count({ where: { loginId } })

/** From now on this login opens this member of this lab. */
export async function bindLogin(tx: Tx, labId: string, memberId: string, loginId: string): Promise<void> {
  await tx.loginLab.upsert({
    where: { loginId_labId: { loginId, labId } },
    create: { loginId, labId },
    update: {},
  })
  await tx.member.update({ where: { labId_id: { labId, id: memberId } }, data: { loginId } })
}

export async function revokeSessions(tx: Tx, labId: string, memberId: string, at: Date): Promise<void> {
  await tx.session.updateMany({ where: { labId, memberId, revokedAt: null }, data: { revokedAt: at } })
}

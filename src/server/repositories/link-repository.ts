import type { Tx } from '../platform/transaction.ts'

export type LinkRow = {
  id: string
  purpose: string
  tokenHash: string
  expires: Date
  usedAt: Date | null
  member: { id: string; email: string; loginId: string | null }
  labName: string
}

/** A one-time link with the member it is for. */
export async function findLink(tx: Tx, labId: string, linkId: string): Promise<LinkRow | null> {
  const row = await tx.oneTimeLink.findUnique({ where: { labId_id: { labId, id: linkId } } })
  if (!row) return null
  const member = await tx.member.findUnique({
    where: { labId_id: { labId, id: row.memberId } },
    select: { id: true, email: true, loginId: true },
  })
  const lab = await tx.lab.findUnique({ where: { id: labId }, select: { name: true } })
  if (!member || !lab) return null
  const { id, purpose, tokenHash, expires, usedAt } = row
  return { id, purpose, tokenHash, expires, usedAt, member, labName: lab.name }
}

/** Marks the link used unless somebody just did: true when this call was the one. */
export async function takeLink(tx: Tx, labId: string, linkId: string, at: Date): Promise<boolean> {
  const { count } = await tx.oneTimeLink.updateMany({
    where: { labId, id: linkId, usedAt: null },
    data: { usedAt: at },
  })
  return count === 1
}

/** A new link; the older ones of this member that nobody used stop working. Its secret cannot be read back. */
export async function createLink(
  tx: Tx,
  labId: string,
  link: {
    id: string
    memberId: string
    purpose: 'INVITE' | 'RESET'
    tokenHash: string
    issued: Date
    expires: Date
  },
): Promise<void> {
  await tx.oneTimeLink.updateMany({
    where: { labId, memberId: link.memberId, usedAt: null, expires: { gt: link.issued } },
    data: { expires: link.issued },
  })
  await tx.oneTimeLink.createMany({ data: [{ labId, ...link }] })
}

import type { Locale } from '#src/contracts/actor.ts'
import type { Tx } from '../platform/transaction.ts'

export async function setMemberLocale(
  tx: Tx,
  labId: string,
  memberId: string,
  locale: Locale,
): Promise<void> {
  await tx.member.update({ where: { labId_id: { labId, id: memberId } }, data: { locale } })
}

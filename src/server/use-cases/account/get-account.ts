import type { AccountDto } from '#src/contracts/account.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { findLab } from '../../repositories/lab-repository.ts'

/** The person who asks, for the frame around every screen. */
export async function getAccount(actor: Actor): Promise<AccountDto> {
  const lab = await read(actor, (tx) => findLab(tx, actor.labId))
  if (!lab) throw notFound()
  const { memberId, displayName, email, role, readOnly, hqFunction, locale } = actor
  return {
    memberId,
    displayName,
    email,
    role,
    readOnly,
    hqFunction,
    locale,
    lab,
    sectorIds: [...actor.sectorIds],
    leadSectorIds: [...actor.leadSectorIds],
    regionIds: [...actor.regionIds],
  }
}

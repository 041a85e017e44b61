import type { MemberInput } from '#src/contracts/administration-members.ts'
import { refused } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { countOtherAdmins, countPlaces, type MemberCore } from '../../../repositories/member-repository.ts'

/** A period that ends before it begins; a signing function outside head office. */
export function checkMemberInput(
  input: Pick<MemberInput, 'startsOn' | 'endsOn' | 'role' | 'hqFunction'>,
): void {
  if (input.endsOn !== null && input.endsOn < input.startsOn) throw refused('period-reversed')
  if (input.hqFunction !== null && input.role !== 'HQ') throw refused('function-outside-hq')
}

type Next = { role: string; readOnly: boolean; startsOn: string; endsOn: string | null }

/** A lab never loses its last administrator, and nobody changes role while they hold sectors or a region. */
export async function checkMemberChange(
  tx: Tx,
  labId: string,
  before: MemberCore,
  next: Next,
  today: string,
): Promise<void> {
  const stays =
    next.role === 'ADMIN' &&
    !next.readOnly &&
    next.startsOn <= today &&
    (next.endsOn === null || next.endsOn >= today)
  if (before.role === 'ADMIN' && !stays && (await countOtherAdmins(tx, labId, before.id, today)) === 0)
    throw refused('last-admin')
  if (before.role === next.role) return
  const { sectors, regions } = await countPlaces(tx, labId, before.id, today)
  if (sectors + regions > 0) throw refused('role-holds-places', { sectors, regions })
}

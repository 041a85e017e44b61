import type { Actor } from '#src/contracts/actor.ts'
import type { MemberDto, MemberState } from '#src/contracts/administration-members.ts'
import { clock } from '../../platform/clock.ts'
import { read } from '../../platform/transaction.ts'
import { listMembers as list, type MemberRow } from '../../repositories/member-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

function stateOf({ startsOn, endsOn, accepted }: MemberRow, today: string): MemberState {
  if (endsOn !== null && endsOn < today) return 'ENDED'
  if (!accepted) return 'INVITED'
  return startsOn > today ? 'TO_COME' : 'ACTIVE'
}

/** Everybody of the lab, those who left included. */
export const listMembers = (actor: Actor): Promise<{ today: string; items: MemberDto[] }> =>
  read(actor, async (tx) => {
    const today = await labToday(tx, actor.labId)
    const rows = await list(tx, actor.labId, today, clock.now())
    return {
      today,
      items: rows.map((row) => {
        const { accepted: _, lastSeenAt, linkUntil, ...member } = row
        return {
          ...member,
          state: stateOf(row, today),
          lastSeenAt: lastSeenAt?.toISOString() ?? null,
          linkUntil: linkUntil?.toISOString() ?? null,
        }
      }),
    }
  })

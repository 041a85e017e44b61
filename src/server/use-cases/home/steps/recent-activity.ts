import type { Actor } from '#src/contracts/actor.ts'
import type { HomeDto } from '#src/contracts/home.ts'
import { notFound } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listAudit } from '../../../repositories/audit-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'

const shown = 8
const looked = 60
// Coming and going is for the journal, not for a morning's news.
const quiet = new Set(['session', 'account'])

/** The last things done in the lab, for those whose perimeter is the whole of it. */
export async function recentActivity(tx: Tx, actor: Actor): Promise<HomeDto['activity']> {
  if (actor.role !== 'HQ' && actor.role !== 'ADMIN') return null
  const lab = await findLab(tx, actor.labId)
  if (!lab) throw notFound()
  const rows = await listAudit(tx, actor.labId, {}, lab.timeZone, null, looked)
  const same = (a: (typeof rows)[number] | undefined, b: (typeof rows)[number]) =>
    a?.action === b.action && a.member?.id === b.member?.id && a.subjectId === b.subjectId
  return rows
    .filter(({ action }) => !quiet.has(action.split('.')[0] ?? ''))
    .filter((row, index, told) => !same(told[index - 1], row))
    .slice(0, shown)
    .map(({ number, at, member, action, subjectName }) => ({ number, at, member, action, subjectName }))
}

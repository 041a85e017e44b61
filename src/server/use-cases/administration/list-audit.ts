import type { Actor } from '#src/contracts/actor.ts'
import type { AuditFilter } from '#src/contracts/administration-audit.ts'
import { notFound } from '#src/lib/app-error.ts'
import { read } from '../../platform/transaction.ts'
import { countAudit, listAudit as list } from '../../repositories/audit-repository.ts'
import { findLab } from '../../repositories/lab-repository.ts'

/** The trail of this lab, the latest first; the cursor is the number of the last entry shown. */
export const listAudit = (
  actor: Actor,
  input: AuditFilter & { cursor?: string | undefined; limit: number },
) =>
  read(actor, async (tx) => {
    const { cursor, limit, ...filter } = input
    const lab = await findLab(tx, actor.labId)
    if (!lab) throw notFound()
    const before = cursor && /^\d{1,9}$/.test(cursor) ? Number(cursor) : null
    const rows = await list(tx, actor.labId, filter, lab.timeZone, before, limit + 1)
    const total = await countAudit(tx, actor.labId, filter, lab.timeZone)
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    return { items, total, nextCursor: rows.length > limit && last ? String(last.number) : null }
  })

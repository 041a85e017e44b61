import type { AuditFilter, AuditRow } from '#src/contracts/administration-audit.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const { sql } = Prisma

function condition(labId: string, filter: AuditFilter, timeZone: string): Prisma.Sql {
  const all: Prisma.Sql[] = [sql`e.lab_id = ${labId}::uuid`]
  if (filter.memberId) all.push(sql`e.member_id = ${filter.memberId}::uuid`)
  if (filter.area) all.push(sql`split_part(e.action, '.', 1) = ${filter.area}`)
  if (filter.subjectId) all.push(sql`e.subject ->> 'id' = ${filter.subjectId}`)
  if (filter.from) all.push(sql`e.at >= ${filter.from}::date::timestamp AT TIME ZONE ${timeZone}`)
  if (filter.to) all.push(sql`e.at < (${filter.to}::date + 1)::timestamp AT TIME ZONE ${timeZone}`)
  return Prisma.join(all, ' AND ')
}

type Row = Omit<AuditRow, 'at' | 'member'> & { at: Date; memberId: string | null; memberName: string | null }

/** The trail, the latest first, before a number. Names are those of the lab's own things, looked up now. */
export async function listAudit(
  tx: Tx,
  labId: string,
  filter: AuditFilter,
  timeZone: string,
  before: number | null,
  limit: number,
): Promise<AuditRow[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT e.number, e.at, e.member_id AS "memberId", m.display_name AS "memberName", e.action,
      e.subject ->> 'kind' AS "subjectKind", e.subject ->> 'id' AS "subjectId", e.change,
      coalesce(y.name, s.name, r.name, n.name, who.display_name, ps.name || ', ' || py.name) AS "subjectName"
    FROM audit_entry e
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = e.member_id
    LEFT JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'cycle'
    LEFT JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'sector'
    LEFT JOIN region r ON r.lab_id = ${labId}::uuid AND r.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'region'
    LEFT JOIN network n ON n.lab_id = ${labId}::uuid AND n.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'network'
    LEFT JOIN member who ON who.lab_id = ${labId}::uuid AND who.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'member'
    LEFT JOIN plan p ON p.lab_id = ${labId}::uuid AND p.id::text = e.subject ->> 'id' AND e.subject ->> 'kind' = 'plan'
    LEFT JOIN sector ps ON ps.lab_id = ${labId}::uuid AND ps.id = p.sector_id
    LEFT JOIN cycle py ON py.lab_id = ${labId}::uuid AND py.id = p.cycle_id
    WHERE ${condition(labId, filter, timeZone)} ${before === null ? Prisma.empty : sql`AND e.number < ${before}`}
    ORDER BY e.number DESC LIMIT ${limit}`
  return rows.map(({ memberId, memberName, at, ...row }) => ({
    ...row,
    at: at.toISOString(),
    member: memberId ? { id: memberId, name: memberName ?? '' } : null,
  }))
}

export async function countAudit(
  tx: Tx,
  labId: string,
  filter: AuditFilter,
  timeZone: string,
): Promise<number> {
  const rows = await tx.$queryRaw<{ rows: number }[]>`
    SELECT count(*)::int AS rows FROM audit_entry e WHERE ${condition(labId, filter, timeZone)}`
  return rows[0]?.rows ?? 0
}

export async function listAuditChoices(tx: Tx, labId: string) {
  const areas = await tx.$queryRaw<{ area: string }[]>`
    SELECT DISTINCT split_part(e.action, '.', 1) AS area FROM audit_entry e WHERE e.lab_id = ${labId}::uuid ORDER BY area`
  const members = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT m.id, m.display_name AS name FROM member m WHERE m.lab_id = ${labId}::uuid AND EXISTS (
      SELECT 1 FROM audit_entry e WHERE e.lab_id = ${labId}::uuid AND e.member_id = m.id) ORDER BY m.display_name`
  return { areas: areas.map(({ area }) => area), members }
}

/** Recomputes every hash from its row and the one before; `brokenAt` is the first number that does not fit. */
export async function verifyAudit(
  tx: Tx,
  labId: string,
): Promise<{ entries: number; brokenAt: number | null }> {
  const rows = await tx.$queryRaw<{ entries: number; brokenAt: number | null }[]>`
    SELECT count(*)::int AS entries, min(number) FILTER (WHERE NOT sound)::int AS "brokenAt" FROM (
      SELECT e.number, e.hash = audit_hash(e) AND e.previous_hash = coalesce(lag(e.hash) OVER by_number, '')
        AND e.number = coalesce(lag(e.number) OVER by_number, 0) + 1 AS sound
      FROM audit_entry e WHERE e.lab_id = ${labId}::uuid WINDOW by_number AS (ORDER BY e.number)) chain`
  return rows[0] ?? { entries: 0, brokenAt: null }
}

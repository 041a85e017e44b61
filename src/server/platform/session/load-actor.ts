import type { Actor, HqFunction, Locale, Role } from '#src/contracts/actor.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import { clock } from '../clock.ts'
import type { Tx } from '../tx.ts'

const { sql } = Prisma

type ActorRow = {
  memberId: string
  role: Role
  readOnly: boolean
  hqFunction: HqFunction | null
  displayName: string
  email: string
  locale: Locale
  sectorIds: string[]
  leadSectorIds: string[]
  regionIds: string[]
}

const running = (alias: Prisma.Sql) =>
  sql`${alias}.starts_on <= day.today AND (${alias}.ends_before IS NULL OR ${alias}.ends_before > day.today)`

/** One statement, since every request begins with it: the member of the lab on its day, with the places of their role. */
const actorSql = (labId: string, who: Prisma.Sql, now: Date) => sql`
  SELECT m.id AS "memberId", m.role, m.read_only AS "readOnly", m.hq_function AS "hqFunction", m.display_name AS "displayName",
    m.email, m.locale,
    CASE m.role
      WHEN 'REP' THEN ARRAY(SELECT a.sector_id::text FROM sector_assignment a
        WHERE a.lab_id = ${labId}::uuid AND a.member_id = m.id AND ${running(sql`a`)} ORDER BY a.sector_id)
      WHEN 'MANAGER' THEN ARRAY(SELECT s.id::text FROM sector s WHERE s.lab_id = ${labId}::uuid AND s.region_id IN (
        SELECT r.region_id FROM region_assignment r
        WHERE r.lab_id = ${labId}::uuid AND r.member_id = m.id AND ${running(sql`r`)}) ORDER BY s.id)
      ELSE '{}' END AS "sectorIds",
    CASE m.role WHEN 'REP' THEN ARRAY(SELECT a.sector_id::text FROM sector_assignment a
      WHERE a.lab_id = ${labId}::uuid AND a.member_id = m.id AND a.kind = 'LEAD' AND ${running(sql`a`)} ORDER BY a.sector_id)
      ELSE '{}' END AS "leadSectorIds",
    CASE m.role WHEN 'MANAGER' THEN ARRAY(SELECT r.region_id::text FROM region_assignment r
      WHERE r.lab_id = ${labId}::uuid AND r.member_id = m.id AND ${running(sql`r`)} ORDER BY r.region_id)
      ELSE '{}' END AS "regionIds"
  FROM lab l
  CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE l.time_zone)::date AS today) day
  JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = ${who} AND ${running(sql`m`)}
  WHERE l.id = ${labId}::uuid`

/** Who a member is today, with rights as they are now; null when the person is not active in this lab. */
export async function loadActor(
  tx: Tx,
  labId: string,
  memberId: string,
  sessionId: string,
): Promise<Actor | null> {
  const [row] = await tx.$queryRaw<ActorRow[]>(actorSql(labId, sql`${memberId}::uuid`, clock.now()))
  return row ? { labId, sessionId, ...row } : null
}

/**
 * The actor of a session that is neither revoked nor past its end, and was last seen after `idleSince`; null otherwise.
 */
export async function loadSessionActor(
  tx: Tx,
  labId: string,
  sessionId: string,
  idleSince: Date,
): Promise<{ actor: Actor; lastSeen: Date } | null> {
  const now = clock.now()
  const session = sql`(SELECT s.member_id FROM session s WHERE s.lab_id = ${labId}::uuid AND s.id = ${sessionId}::uuid
    AND s.revoked_at IS NULL AND s.absolute_end > ${now} AND s.last_seen >= ${idleSince})`
  const lastSeen = sql`(SELECT s.last_seen FROM session s WHERE s.lab_id = ${labId}::uuid AND s.id = ${sessionId}::uuid)`
  const [row] = await tx.$queryRaw<(ActorRow & { lastSeen: Date })[]>`
    SELECT actor.*, ${lastSeen} AS "lastSeen" FROM (${actorSql(labId, session, now)}) actor`
  if (!row) return null
  const { lastSeen: seen, ...member } = row
  return { actor: { labId, sessionId, ...member }, lastSeen: seen }
}

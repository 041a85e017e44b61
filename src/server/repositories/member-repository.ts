import type { Locale } from '#src/contracts/actor.ts'
import type { MemberDto, MemberInput } from '#src/contracts/administration-members.ts'
import type { Tx } from '../platform/transaction.ts'
import { endsBeforeOf, lastDayOf, toDate, toDay } from './days.ts'

export async function setMemberLocale(
  tx: Tx,
  labId: string,
  memberId: string,
  locale: Locale,
): Promise<void> {
  await tx.member.updateMany({ where: { labId, id: memberId }, data: { locale } })
}

export type MemberRow = Omit<MemberDto, 'state' | 'lastSeenAt' | 'linkUntil'> & {
  accepted: boolean
  lastSeenAt: Date | null
  linkUntil: Date | null
}

/** Every member with the places of a day, the last link that can still be used and the open sessions. */
export async function listMembers(tx: Tx, labId: string, day: string, now: Date): Promise<MemberRow[]> {
  return tx.$queryRaw<MemberRow[]>`
    SELECT m.id, m.display_name AS "displayName", m.email, m.role, m.hq_function AS "hqFunction",
      m.read_only AS "readOnly", m.locale, m.starts_on::text AS "startsOn", (m.ends_before - 1)::text AS "endsOn", m.version,
      m.login_id IS NOT NULL AS accepted,
      (SELECT max(l.expires) FROM one_time_link l
        WHERE l.lab_id = ${labId}::uuid AND l.member_id = m.id AND l.used_at IS NULL AND l.expires > ${now}) AS "linkUntil",
      (SELECT max(s.last_seen) FROM session s WHERE s.lab_id = ${labId}::uuid AND s.member_id = m.id) AS "lastSeenAt",
      (SELECT count(*)::int FROM session s WHERE s.lab_id = ${labId}::uuid AND s.member_id = m.id
        AND s.revoked_at IS NULL AND s.absolute_end > ${now} AND s.last_seen > ${now}::timestamptz - interval '30 minutes') AS "openSessions",
      coalesce((SELECT jsonb_agg(p ORDER BY p ->> 'name') FROM (
        SELECT jsonb_build_object('id', s.id, 'name', s.name, 'kind', a.kind) AS p FROM sector_assignment a
          JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = a.sector_id
          WHERE a.lab_id = ${labId}::uuid AND a.member_id = m.id AND a.starts_on <= ${day}::date
            AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)
        UNION ALL
        SELECT jsonb_build_object('id', r.id, 'name', r.name, 'kind', a.kind) FROM region_assignment a
          JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = a.region_id
          WHERE a.lab_id = ${labId}::uuid AND a.member_id = m.id AND a.starts_on <= ${day}::date
            AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)) places), '[]') AS places
    FROM member m WHERE m.lab_id = ${labId}::uuid ORDER BY m.display_name, m.id`
}

export type MemberCore = {
  id: string
  email: string
  role: string
  version: number
  accepted: boolean
  startsOn: string
  endsOn: string | null
}

/** The row that a change of this member waits for. */
export async function lockMember(tx: Tx, labId: string, memberId: string): Promise<MemberCore | null> {
  const rows = await tx.$queryRaw<MemberCore[]>`
    SELECT id, email, role, version, login_id IS NOT NULL AS accepted, starts_on::text AS "startsOn",
      (ends_before - 1)::text AS "endsOn"
    FROM member WHERE lab_id = ${labId}::uuid AND id = ${memberId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

export const findMemberByEmail = (tx: Tx, labId: string, email: string) =>
  tx.member.findUnique({ where: { labId_email: { labId, email } }, select: { id: true, displayName: true } })

const columnsOf = ({ startsOn, endsOn, ...rest }: MemberInput) => ({
  ...rest,
  startsOn: toDate(startsOn),
  endsBefore: endsBeforeOf(endsOn),
})

export async function insertMember(
  tx: Tx,
  labId: string,
  member: MemberInput & { id: string; email: string; createdBy: string | null },
): Promise<void> {
  const { id, email, createdBy, ...input } = member
  // createMany names its columns: which login a member is belongs to sign-in alone.
  await tx.member.createMany({ data: [{ labId, id, email, createdBy, ...columnsOf(input) }] })
}

export async function updateMember(
  tx: Tx,
  labId: string,
  memberId: string,
  version: number,
  input: MemberInput,
): Promise<void> {
  await tx.member.updateMany({
    where: { labId, id: memberId },
    data: { ...columnsOf(input), version: version + 1 },
  })
}

export async function endMember(
  tx: Tx,
  labId: string,
  member: { id: string; version: number; startsOn: string; endsOn: string },
): Promise<void> {
  await tx.member.updateMany({
    where: { labId, id: member.id },
    data: {
      startsOn: toDate(member.startsOn),
      endsBefore: endsBeforeOf(member.endsOn),
      version: member.version + 1,
    },
  })
}

/** Administrators who can act on a day, one of them left out. */
export const countOtherAdmins = (tx: Tx, labId: string, memberId: string, day: string): Promise<number> =>
  tx.member.count({
    where: {
      labId,
      role: 'ADMIN',
      readOnly: false,
      id: { not: memberId },
      startsOn: { lte: toDate(day) },
      OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }],
    },
  })

/** Sectors and regions that this member still holds on a day or later. */
export async function countPlaces(
  tx: Tx,
  labId: string,
  memberId: string,
  day: string,
): Promise<{ sectors: number; regions: number }> {
  const later = { OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }] }
  const sectors = await tx.sectorAssignment.count({ where: { labId, memberId, ...later } })
  const regions = await tx.regionAssignment.count({ where: { labId, memberId, ...later } })
  return { sectors, regions }
}

export async function endSessions(tx: Tx, labId: string, memberId: string, at: Date): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { labId, memberId, revokedAt: null },
    data: { revokedAt: at },
  })
  return count
}

/** Reps and managers of a day or later, for lists to choose from. */
export async function listFieldPeople(tx: Tx, labId: string, day: string) {
  const rows = await tx.member.findMany({
    where: {
      labId,
      role: { in: ['REP', 'MANAGER'] },
      OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }],
    },
    select: { id: true, displayName: true, role: true, startsOn: true, endsBefore: true },
    orderBy: { displayName: 'asc' },
  })
  return rows.map(({ id, displayName, role, startsOn, endsBefore }) => ({
    id,
    name: displayName,
    role: role as 'REP' | 'MANAGER',
    startsOn: toDay(startsOn),
    endsOn: lastDayOf(endsBefore),
  }))
}

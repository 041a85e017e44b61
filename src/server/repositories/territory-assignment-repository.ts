import type {
  ManagerAssignmentDto,
  RepAssignmentDto,
  SaveManagerInput,
  SaveRepInput,
} from '#src/contracts/administration-territory.ts'
import type { Tx } from '../platform/transaction.ts'
import { endsBeforeOf, toDate } from './days.ts'

/** Assignments in force on a day or later. */
export async function listRepAssignments(
  tx: Tx,
  labId: string,
  day: string,
): Promise<(RepAssignmentDto & { sectorId: string })[]> {
  return tx.$queryRaw<(RepAssignmentDto & { sectorId: string })[]>`
    SELECT a.id, a.sector_id AS "sectorId", a.member_id AS "memberId", m.display_name AS name, a.kind, a.share_bps AS "shareBps",
      a.starts_on::text AS "startsOn", (a.ends_before - 1)::text AS "endsOn"
    FROM sector_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    WHERE a.lab_id = ${labId}::uuid AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)
    ORDER BY a.kind, a.starts_on, m.display_name`
}

export async function listManagerAssignments(
  tx: Tx,
  labId: string,
  day: string,
): Promise<(ManagerAssignmentDto & { regionId: string })[]> {
  return tx.$queryRaw<(ManagerAssignmentDto & { regionId: string })[]>`
    SELECT a.id, a.region_id AS "regionId", a.member_id AS "memberId", m.display_name AS name, a.kind,
      a.starts_on::text AS "startsOn", (a.ends_before - 1)::text AS "endsOn"
    FROM region_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    WHERE a.lab_id = ${labId}::uuid AND (a.ends_before IS NULL OR a.ends_before > ${day}::date)
    ORDER BY a.kind DESC, a.starts_on, m.display_name`
}

export type Overlap = {
  name: string
  sector: string
  startsOn: string
  endsOn: string | null
  shareBps: number
}

/** Rows of this sector that a new period would meet: another lead, or the same member. Locks the sector first. */
export async function findRepOverlap(tx: Tx, labId: string, input: SaveRepInput): Promise<Overlap | null> {
  await tx.$queryRaw`SELECT id FROM sector WHERE lab_id = ${labId}::uuid AND id = ${input.sectorId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<Overlap[]>`
    SELECT m.display_name AS name, s.name AS sector, a.starts_on::text AS "startsOn", (a.ends_before - 1)::text AS "endsOn",
      a.share_bps AS "shareBps"
    FROM sector_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = a.sector_id
    WHERE a.lab_id = ${labId}::uuid AND a.sector_id = ${input.sectorId}::uuid AND a.id IS DISTINCT FROM ${input.id}::uuid
      AND (a.member_id = ${input.memberId}::uuid OR (a.kind = 'LEAD' AND ${input.kind} = 'LEAD'))
      AND daterange(a.starts_on, a.ends_before, '[)') && daterange(${input.startsOn}::date, ${input.endsOn}::date, '[]')
    ORDER BY a.starts_on LIMIT 1`
  return rows[0] ?? null
}

/** The most that other sectors take of this member's time on any day of the period. */
export async function shareElsewhere(tx: Tx, labId: string, input: SaveRepInput): Promise<number> {
  const rows = await tx.$queryRaw<{ share: number }[]>`
    WITH other AS (SELECT a.starts_on, a.ends_before, a.share_bps FROM sector_assignment a
      WHERE a.lab_id = ${labId}::uuid AND a.member_id = ${input.memberId}::uuid AND a.id IS DISTINCT FROM ${input.id}::uuid
        AND daterange(a.starts_on, a.ends_before, '[)') && daterange(${input.startsOn}::date, ${input.endsOn}::date, '[]'))
    SELECT coalesce(max(total), 0)::int AS share FROM (
      SELECT sum(o.share_bps) AS total FROM (SELECT DISTINCT greatest(starts_on, ${input.startsOn}::date) AS day FROM other) edge
      JOIN other o ON o.starts_on <= edge.day AND (o.ends_before IS NULL OR o.ends_before > edge.day) GROUP BY edge.day) sums`
  return rows[0]?.share ?? 0
}

export async function findManagerOverlap(
  tx: Tx,
  labId: string,
  input: SaveManagerInput,
): Promise<Omit<Overlap, 'shareBps' | 'sector'> | null> {
  await tx.$queryRaw`SELECT id FROM region WHERE lab_id = ${labId}::uuid AND id = ${input.regionId}::uuid FOR UPDATE`
  const rows = await tx.$queryRaw<Omit<Overlap, 'shareBps' | 'sector'>[]>`
    SELECT m.display_name AS name, a.starts_on::text AS "startsOn", (a.ends_before - 1)::text AS "endsOn"
    FROM region_assignment a JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    WHERE a.lab_id = ${labId}::uuid AND a.region_id = ${input.regionId}::uuid AND a.id IS DISTINCT FROM ${input.id}::uuid
      AND (a.member_id = ${input.memberId}::uuid OR (a.kind = 'MANAGER' AND ${input.kind} = 'MANAGER'))
      AND daterange(a.starts_on, a.ends_before, '[)') && daterange(${input.startsOn}::date, ${input.endsOn}::date, '[]')
    ORDER BY a.starts_on LIMIT 1`
  return rows[0] ?? null
}

export const findFieldMember = (tx: Tx, labId: string, id: string) =>
  tx.member.findUnique({
    where: { labId_id: { labId, id } },
    select: { id: true, role: true, displayName: true },
  })

export async function saveRepAssignment(
  tx: Tx,
  labId: string,
  id: string,
  input: SaveRepInput,
): Promise<boolean> {
  const { sectorId, memberId, kind, shareBps } = input
  const period = { startsOn: toDate(input.startsOn), endsBefore: endsBeforeOf(input.endsOn) }
  if (input.id)
    return (
      (
        await tx.sectorAssignment.updateMany({
          where: { labId, id, sectorId, memberId },
          data: { kind, shareBps, ...period },
        })
      ).count === 1
    )
  await tx.sectorAssignment.create({ data: { labId, id, sectorId, memberId, kind, shareBps, ...period } })
  return true
}

export async function saveManagerAssignment(
  tx: Tx,
  labId: string,
  id: string,
  input: SaveManagerInput,
): Promise<boolean> {
  const { regionId, memberId, kind } = input
  const period = { startsOn: toDate(input.startsOn), endsBefore: endsBeforeOf(input.endsOn) }
  if (input.id)
    return (
      (
        await tx.regionAssignment.updateMany({
          where: { labId, id, regionId, memberId },
          data: { kind, ...period },
        })
      ).count === 1
    )
  await tx.regionAssignment.create({ data: { labId, id, regionId, memberId, kind, ...period } })
  return true
}

/** Takes back an assignment that begins after a day: what was in force stays dated, for the past to be asked. */
export async function removeFutureAssignment(
  tx: Tx,
  labId: string,
  kind: 'REP' | 'MANAGER',
  id: string,
  day: string,
): Promise<boolean> {
  const where = { labId, id, startsOn: { gt: toDate(day) } }
  const { count } =
    kind === 'REP'
      ? await tx.sectorAssignment.deleteMany({ where })
      : await tx.regionAssignment.deleteMany({ where })
  return count === 1
}

import type {
  AbsenceDto,
  CalendarMember,
  ClosedDayDto,
  SaveAbsenceInput,
  SaveWorkingTimeInput,
} from '#src/contracts/administration-calendar.ts'
import type { Tx } from '../platform/transaction.ts'
import { endsBeforeOf, toDate, toDay } from './days.ts'

/** Reps of a day or later with their working times, and the absences that end on that day or later. */
export async function listCalendarMembers(tx: Tx, labId: string, day: string): Promise<CalendarMember[]> {
  return tx.$queryRaw<CalendarMember[]>`
    SELECT m.id AS "memberId", m.display_name AS name,
      ARRAY(SELECT s.name FROM sector_assignment a JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = a.sector_id
        WHERE a.lab_id = ${labId}::uuid AND a.member_id = m.id AND a.starts_on <= ${day}::date
          AND (a.ends_before IS NULL OR a.ends_before > ${day}::date) ORDER BY s.name) AS sectors,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', w.id, 'halfDayBits', w.half_day_bits, 'fieldShareBps', w.field_share_bps,
          'contactsADayMilli', w.contacts_a_day_milli, 'startsOn', w.starts_on::text, 'endsOn', (w.ends_before - 1)::text) ORDER BY w.starts_on DESC)
        FROM working_time w WHERE w.lab_id = ${labId}::uuid AND w.member_id = m.id), '[]') AS "workingTimes",
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', b.id, 'kind', b.kind, 'startsOn', b.starts_on::text,
          'startsAtNoon', b.starts_at_noon, 'endsOn', (b.ends_before - 1)::text, 'endsAtNoon', b.ends_at_noon) ORDER BY b.starts_on)
        FROM absence b WHERE b.lab_id = ${labId}::uuid AND b.member_id = m.id AND b.ends_before > ${day}::date), '[]') AS absences
    FROM member m WHERE m.lab_id = ${labId}::uuid AND m.role = 'REP'
      AND (m.ends_before IS NULL OR m.ends_before > ${day}::date)
    ORDER BY m.display_name, m.id`
}

export async function listClosedDays(tx: Tx, labId: string, from: string): Promise<ClosedDayDto[]> {
  const rows = await tx.closedDay.findMany({
    where: { labId, day: { gte: toDate(from) } },
    select: { networkId: true, day: true, weightBps: true, label: true },
    orderBy: [{ day: 'asc' }, { networkId: 'asc' }],
  })
  return rows.map((row) => ({ ...row, day: toDay(row.day) }))
}

export type TimeOverlap = { id: string; startsOn: string; endsOn: string | null }

/** Working times of this member that a period meets, the earliest first. Locks the member first. */
export async function findWorkingTimeOverlaps(
  tx: Tx,
  labId: string,
  input: SaveWorkingTimeInput,
): Promise<TimeOverlap[]> {
  await tx.$queryRaw`SELECT id FROM member WHERE lab_id = ${labId}::uuid AND id = ${input.memberId}::uuid FOR UPDATE`
  return tx.$queryRaw<TimeOverlap[]>`
    SELECT w.id, w.starts_on::text AS "startsOn", (w.ends_before - 1)::text AS "endsOn" FROM working_time w
    WHERE w.lab_id = ${labId}::uuid AND w.member_id = ${input.memberId}::uuid AND w.id IS DISTINCT FROM ${input.id}::uuid
      AND daterange(w.starts_on, w.ends_before, '[)') && daterange(${input.startsOn}::date, ${input.endsOn}::date, '[]')
    ORDER BY w.starts_on`
}

export async function endWorkingTime(tx: Tx, labId: string, id: string, lastDay: string): Promise<void> {
  await tx.workingTime.updateMany({ where: { labId, id }, data: { endsBefore: endsBeforeOf(lastDay) } })
}

export async function saveWorkingTime(
  tx: Tx,
  labId: string,
  id: string,
  input: SaveWorkingTimeInput,
): Promise<boolean> {
  const { memberId, halfDayBits, fieldShareBps, contactsADayMilli, startsOn, endsOn } = input
  const data = {
    halfDayBits,
    fieldShareBps,
    contactsADayMilli,
    startsOn: toDate(startsOn),
    endsBefore: endsBeforeOf(endsOn),
  }
  if (input.id) return (await tx.workingTime.updateMany({ where: { labId, id, memberId }, data })).count === 1
  await tx.workingTime.create({ data: { labId, id, memberId, ...data } })
  return true
}

const half = (day: string, noon: boolean) => ({ day: toDate(day), noon })

/** An absence of this member that meets these half-days, counted as the database counts them. */
export async function findAbsenceOverlap(
  tx: Tx,
  labId: string,
  input: SaveAbsenceInput,
): Promise<AbsenceDto | null> {
  await tx.$queryRaw`SELECT id FROM member WHERE lab_id = ${labId}::uuid AND id = ${input.memberId}::uuid FOR UPDATE`
  const from = half(input.startsOn, input.startsAtNoon)
  const to = half(input.endsOn, input.endsAtNoon)
  const rows = await tx.$queryRaw<AbsenceDto[]>`
    SELECT b.id, b.kind, b.starts_on::text AS "startsOn", b.starts_at_noon AS "startsAtNoon",
      (b.ends_before - 1)::text AS "endsOn", b.ends_at_noon AS "endsAtNoon"
    FROM absence b WHERE b.lab_id = ${labId}::uuid AND b.member_id = ${input.memberId}::uuid AND b.id IS DISTINCT FROM ${input.id}::uuid
      AND (b.starts_on - date '2000-01-01') * 2 + b.starts_at_noon::int
        < (${to.day}::date - date '2000-01-01' + 1) * 2 - ${to.noon}::boolean::int
      AND (b.ends_before - date '2000-01-01') * 2 - b.ends_at_noon::int
        > (${from.day}::date - date '2000-01-01') * 2 + ${from.noon}::boolean::int
    ORDER BY b.starts_on LIMIT 1`
  return rows[0] ?? null
}

export async function saveAbsence(
  tx: Tx,
  labId: string,
  id: string,
  input: SaveAbsenceInput,
): Promise<boolean> {
  const { memberId, kind, startsOn, startsAtNoon, endsOn, endsAtNoon } = input
  const endsBefore = endsBeforeOf(endsOn)
  if (!endsBefore) return false
  const data = { kind, startsOn: toDate(startsOn), startsAtNoon, endsBefore, endsAtNoon }
  if (input.id) return (await tx.absence.updateMany({ where: { labId, id, memberId }, data })).count === 1
  await tx.absence.create({ data: { labId, id, memberId, ...data } })
  return true
}

export const findAbsence = (tx: Tx, labId: string, id: string) =>
  tx.absence.findUnique({ where: { labId_id: { labId, id } }, select: { id: true, memberId: true } })

export async function deleteAbsence(tx: Tx, labId: string, id: string): Promise<void> {
  await tx.absence.deleteMany({ where: { labId, id } })
}

export async function removeClosedDays(tx: Tx, labId: string, networkId: string, from: string, to: string) {
  const day = { gte: toDate(from), lte: toDate(to) }
  return (await tx.closedDay.deleteMany({ where: { labId, networkId, day } })).count
}

export async function insertClosedDays(tx: Tx, labId: string, rows: readonly ClosedDayDto[]): Promise<void> {
  await tx.closedDay.createMany({ data: rows.map((row) => ({ labId, ...row, day: toDate(row.day) })) })
}

/** The sectors where a member works on a day. */
export async function sectorIdsOfMember(
  tx: Tx,
  labId: string,
  memberId: string,
  day: string,
): Promise<string[]> {
  const rows = await tx.sectorAssignment.findMany({
    where: {
      labId,
      memberId,
      startsOn: { lte: toDate(day) },
      OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }],
    },
    select: { sectorId: true },
  })
  return rows.map(({ sectorId }) => sectorId)
}

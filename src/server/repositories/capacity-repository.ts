import { dayNumber } from '#src/lib/calendar.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'

const { sql } = Prisma

/** Whose sectors: those of networks, or these alone. */
export type SectorChoice = { networkIds: readonly string[]; sectorIds?: readonly string[] | undefined }
/** Closed interval of days. */
export type Days = { startsOn: string; endsOn: string }

export type SectorHead = {
  sectorId: string
  code: string
  name: string
  networkId: string
  regionId: string
  regionName: string
  holidayZone: string
  timeZone: string
}

/** Sectors that exist on a day at least of the window, by code. */
export const listSectorHeads = (
  tx: Tx,
  labId: string,
  choice: SectorChoice,
  window: Days,
): Promise<SectorHead[]> => tx.$queryRaw<SectorHead[]>`
  SELECT s.id AS "sectorId", s.code, s.name, s.network_id AS "networkId", s.region_id AS "regionId", r.name AS "regionName",
    s.holiday_zone AS "holidayZone", s.time_zone AS "timeZone"
  FROM sector s JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
  WHERE s.lab_id = ${labId}::uuid AND s.network_id = ANY (${[...choice.networkIds]}::uuid[])
    ${choice.sectorIds ? sql`AND s.id = ANY (${[...choice.sectorIds]}::uuid[])` : Prisma.empty}
    AND s.starts_on <= ${window.endsOn}::date AND (s.ends_before IS NULL OR s.ends_before > ${window.startsOn}::date)
  ORDER BY s.code, s.id`

type Period = { startsOn: number; endsBefore: number | null }
export type AssignmentRow = Period & {
  sectorId: string
  memberId: string
  kind: 'LEAD' | 'MEMBER' | 'SUBSTITUTE'
  shareBps: number
}
export type WorkingTimeRow = Period & {
  memberId: string
  weeklyHalfDays: number
  fieldShareBps: number
  contactsADayMilli: number
}
export type AbsenceRow = Period & { memberId: string; startsAtNoon: boolean; endsAtNoon: boolean }

type Texts<Row extends Period> = Omit<Row, keyof Period> & { startsOn: string; endsBefore: string | null }
const numbered = <Row extends Period>(rows: Texts<Row>[]): Row[] =>
  // What is left of a row once its two days are numbers is the row.
  rows.map((row) => ({
    ...row,
    startsOn: dayNumber(row.startsOn),
    endsBefore: row.endsBefore === null ? null : dayNumber(row.endsBefore),
  })) as Row[]

const touching = (alias: string, window: Days) => {
  const column = (name: string) => Prisma.raw(`${alias}.${name}`)
  return sql`${column('starts_on')} <= ${window.endsOn}::date
    AND (${column('ends_before')} IS NULL OR ${column('ends_before')} > ${window.startsOn}::date)`
}

export async function listAssignments(
  tx: Tx,
  labId: string,
  sectorIds: readonly string[],
  window: Days,
): Promise<AssignmentRow[]> {
  const rows = await tx.$queryRaw<Texts<AssignmentRow>[]>`
    SELECT a.sector_id AS "sectorId", a.member_id AS "memberId", a.kind, a.share_bps AS "shareBps",
      a.starts_on::text AS "startsOn", a.ends_before::text AS "endsBefore"
    FROM sector_assignment a
    WHERE a.lab_id = ${labId}::uuid AND a.sector_id = ANY (${[...sectorIds]}::uuid[]) AND ${touching('a', window)}
    ORDER BY a.sector_id, a.member_id, a.starts_on`
  return numbered(rows)
}

export async function listWorkingTimes(
  tx: Tx,
  labId: string,
  memberIds: readonly string[],
  window: Days,
): Promise<WorkingTimeRow[]> {
  const rows = await tx.$queryRaw<Texts<WorkingTimeRow>[]>`
    SELECT w.member_id AS "memberId", w.half_day_bits AS "weeklyHalfDays", w.field_share_bps AS "fieldShareBps",
      w.contacts_a_day_milli AS "contactsADayMilli", w.starts_on::text AS "startsOn", w.ends_before::text AS "endsBefore"
    FROM working_time w
    WHERE w.lab_id = ${labId}::uuid AND w.member_id = ANY (${[...memberIds]}::uuid[]) AND ${touching('w', window)}
    ORDER BY w.member_id, w.starts_on`
  return numbered(rows)
}

export async function listAbsences(
  tx: Tx,
  labId: string,
  memberIds: readonly string[],
  window: Days,
): Promise<AbsenceRow[]> {
  const rows = await tx.$queryRaw<Texts<AbsenceRow>[]>`
    SELECT a.member_id AS "memberId", a.starts_at_noon AS "startsAtNoon", a.ends_at_noon AS "endsAtNoon",
      a.starts_on::text AS "startsOn", a.ends_before::text AS "endsBefore"
    FROM absence a
    WHERE a.lab_id = ${labId}::uuid AND a.member_id = ANY (${[...memberIds]}::uuid[]) AND ${touching('a', window)}
    ORDER BY a.member_id, a.starts_on`
  return numbered(rows)
}

/** Weights of the days that networks closed, wholly or in part. */
export async function listClosedDays(
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
  window: Days,
): Promise<Map<string, Map<number, number>>> {
  const rows = await tx.$queryRaw<{ networkId: string; day: string; weightBps: number }[]>`
    SELECT c.network_id AS "networkId", c.day::text AS day, c.weight_bps AS "weightBps" FROM closed_day c
    WHERE c.lab_id = ${labId}::uuid AND c.network_id = ANY (${[...networkIds]}::uuid[])
      AND c.day BETWEEN ${window.startsOn}::date AND ${window.endsOn}::date`
  const weights = new Map<string, Map<number, number>>(networkIds.map((id) => [id, new Map()]))
  for (const { networkId, day, weightBps } of rows) weights.get(networkId)?.set(dayNumber(day), weightBps)
  return weights
}

import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { CycleState } from '#src/contracts/cycles.ts'
import type { PlanStateCode } from '#src/contracts/plan-document.ts'
import type { PlanChoice } from '#src/contracts/plan-overview.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'
import { toDate } from './days.ts'

const { sql } = Prisma

export type PlanHead = {
  id: string
  cycleId: string
  cycleName: string
  cycleState: CycleState
  sectorId: string
  sectorCode: string
  sectorName: string
  networkId: string
  regionId: string
  regionName: string
  timeZone: string
  holidayZone: string
  /** The day that it is in the sector. */
  today: string
  closesOn: string | null
  deadlineAt: Date | null
  runStartsOn: string | null
  runEndsOn: string | null
  versionId: string
  number: number
  state: PlanStateCode
  revision: number
  publicationId: string
  configurationHash: string
  /** Of the latest transition of the cycle that names one: what rules it now. */
  hashInForce: string | null
  /** The official run that the publication came from. */
  runId: string
  capacityMilli: number
  halfDays: { workedDays?: number }
  leadMemberId: string | null
  leadName: string | null
}

/** The version in work of each plan, else the latest sealed one. */
const workingVersionSql = (labId: string) => sql`
  JOIN LATERAL (SELECT w.* FROM plan_version w WHERE w.lab_id = ${labId}::uuid AND w.plan_id = p.id
    ORDER BY (w.state <> 'SEALED') DESC, w.number DESC LIMIT 1) v ON true`

// Parts that are one row by themselves stand in limited subqueries: the planner takes them one at a time, instead of trying
// every order of a dozen tables.
const headsSql = (labId: string, now: Date, condition: Prisma.Sql) => sql`
  SELECT p.id, y.id AS "cycleId", y.name AS "cycleName", y.state AS "cycleState", s.id AS "sectorId", s.code AS "sectorCode",
    s.name AS "sectorName", s.network_id AS "networkId", r.id AS "regionId", r.name AS "regionName",
    s.time_zone AS "timeZone", s.holiday_zone AS "holidayZone", here.today::text AS today, d.closes_on::text AS "closesOn",
    (d.closes_on + time '23:59') AT TIME ZONE s.time_zone AS "deadlineAt",
    y.run_starts_on::text AS "runStartsOn", (y.run_ends_before - 1)::text AS "runEndsOn", v.id AS "versionId", v.number,
    v.state, v.version AS revision, v.publication_id AS "publicationId", pb.configuration_hash AS "configurationHash",
    (SELECT ct.configuration_hash FROM cycle_transition ct WHERE ct.lab_id = ${labId}::uuid AND ct.cycle_id = y.id
      AND ct.configuration_hash IS NOT NULL ORDER BY ct.at DESC, ct.id DESC LIMIT 1) AS "hashInForce",
    pb.run_id AS "runId", pb.capacity_milli AS "capacityMilli", pb.half_days AS "halfDays",
    lead.id AS "leadMemberId", lead.display_name AS "leadName"
  FROM plan p
  JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = p.cycle_id
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id
  JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
  ${workingVersionSql(labId)}
  JOIN LATERAL (SELECT b.configuration_hash, b.run_id, ps.capacity_milli, ps.half_days FROM publication b
    JOIN published_sector ps ON ps.lab_id = ${labId}::uuid AND ps.publication_id = b.id AND ps.sector_id = p.sector_id
    WHERE b.lab_id = ${labId}::uuid AND b.id = v.publication_id LIMIT 1) pb ON true
  CROSS JOIN LATERAL (SELECT (${now}::timestamptz AT TIME ZONE s.time_zone)::date AS today) here
  CROSS JOIN LATERAL (SELECT coalesce(p.closes_on, y.engagement_ends_before - 1) AS closes_on) d
  LEFT JOIN LATERAL (SELECT m.id, m.display_name FROM sector_assignment a
    JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = a.member_id
    WHERE a.lab_id = ${labId}::uuid AND a.sector_id = p.sector_id AND a.kind = 'LEAD' AND a.starts_on <= here.today
      AND (a.ends_before IS NULL OR a.ends_before > here.today) LIMIT 1) lead ON true
  WHERE p.lab_id = ${labId}::uuid AND ${condition}
  ORDER BY r.name, s.name, p.id`

/** One plan; `lock` holds its row until the transaction ends: the one order in which its lines and state are changed. */
export async function findPlan(
  tx: Tx,
  labId: string,
  planId: string,
  now: Date,
  options: { lock?: boolean } = {},
): Promise<PlanHead | null> {
  if (options.lock)
    await tx.$queryRaw`SELECT id FROM plan WHERE lab_id = ${labId}::uuid AND id = ${planId}::uuid FOR UPDATE`
  const [head] = await tx.$queryRaw<PlanHead[]>(headsSql(labId, now, sql`p.id = ${planId}::uuid`))
  return head ?? null
}

const inReach = (scope: ScopeFilter) =>
  scope.kind === 'lab' ? sql`true` : sql`p.sector_id = ANY (${[...scope.sectorIds]}::uuid[])`

export const listPlanHeads = (
  tx: Tx,
  labId: string,
  cycleId: string,
  now: Date,
  scope: ScopeFilter,
): Promise<PlanHead[]> =>
  tx.$queryRaw<PlanHead[]>(headsSql(labId, now, sql`p.cycle_id = ${cycleId}::uuid AND ${inReach(scope)}`))

/** Unsent plans, in the sectors' own days, whose last day is past. */
export async function listOverduePlans(tx: Tx, labId: string, now: Date): Promise<PlanHead[]> {
  return tx.$queryRaw<PlanHead[]>(
    headsSql(
      labId,
      now,
      sql`y.state IN ('ENGAGEMENT', 'RUNNING') AND v.number = 1 AND v.state IN ('OPEN', 'RETURNED') AND d.closes_on < here.today`,
    ),
  )
}

/** Plans in reach, to choose one: cycle in engagement first, then the running one, then the past ones. */
export const listPlanChoices = (tx: Tx, labId: string, scope: ScopeFilter): Promise<PlanChoice[]> =>
  tx.$queryRaw<PlanChoice[]>`
    SELECT p.id, y.id AS "cycleId", y.name AS "cycleName", y.state AS "cycleState", s.id AS "sectorId", s.name AS "sectorName",
      v.state, coalesce(p.closes_on, y.engagement_ends_before - 1)::text AS "closesOn"
    FROM plan p
    JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = p.cycle_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id
    ${workingVersionSql(labId)}
    WHERE p.lab_id = ${labId}::uuid AND ${inReach(scope)}
    ORDER BY array_position('{ENGAGEMENT,RUNNING,CLOSED}'::text[], y.state), y.run_starts_on DESC, s.name, p.id LIMIT 400`

/** The cycle of which plans are spoken: the one in engagement, else the running one. */
export async function findPlanCycleId(tx: Tx, labId: string, scope: ScopeFilter): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>`
    SELECT y.id FROM cycle y WHERE y.lab_id = ${labId}::uuid AND y.state IN ('ENGAGEMENT', 'RUNNING', 'CLOSED')
      AND EXISTS (SELECT 1 FROM plan p WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = y.id AND ${inReach(scope)})
    ORDER BY array_position('{ENGAGEMENT,RUNNING,CLOSED}'::text[], y.state), y.run_starts_on DESC, y.id LIMIT 1`
  return row?.id ?? null
}

/** The cycle whose run came before this one's on the same network. */
export async function findPreviousCycle(
  tx: Tx,
  labId: string,
  head: Pick<PlanHead, 'networkId' | 'runStartsOn'>,
): Promise<{ id: string; name: string; runStartsOn: string; runEndsBefore: string } | null> {
  const rows = await tx.$queryRaw<{ id: string; name: string; runStartsOn: string; runEndsBefore: string }[]>`
    SELECT y.id, y.name, n.run_starts_on::text AS "runStartsOn", n.run_ends_before::text AS "runEndsBefore"
    FROM cycle_network n JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = n.cycle_id
    WHERE n.lab_id = ${labId}::uuid AND n.network_id = ${head.networkId}::uuid AND n.published
      AND n.run_starts_on < ${head.runStartsOn}::date
    ORDER BY n.run_starts_on DESC LIMIT 1`
  return rows[0] ?? null
}

/** Someone works there on a day: nobody decides on the plan of their own sector. */
export async function worksInSector(
  tx: Tx,
  labId: string,
  memberId: string,
  sectorId: string,
  day: string,
): Promise<boolean> {
  const found = await tx.sectorAssignment.findFirst({
    where: {
      labId,
      memberId,
      sectorId,
      startsOn: { lte: toDate(day) },
      OR: [{ endsBefore: null }, { endsBefore: { gt: toDate(day) } }],
    },
    select: { id: true },
  })
  return found !== null
}

/** Another state, or none with the lines changed: every writer moves the revision under the plan's lock. */
export async function bumpPlanVersion(
  tx: Tx,
  labId: string,
  versionId: string,
  state?: PlanStateCode,
  inForceFrom?: string | null,
): Promise<void> {
  await tx.planVersion.update({
    where: { labId_id: { labId, id: versionId } },
    data: {
      version: { increment: 1 },
      ...(state && { state }),
      ...(inForceFrom && { inForceFrom: toDate(inForceFrom) }),
    },
  })
}

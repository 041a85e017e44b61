import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { Commitment, CycleSegmentDto, TimelineCall } from '#src/contracts/directory-hcp.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const { sql } = Prisma

export type DirectoryCycle = {
  id: string
  name: string
  referenceDay: string | null
  runStartsOn: string | null
  runEndsOn: string | null
  /** Its last official run. */
  runId: string | null
  published: boolean
}

/** One cycle, or the one that today speaks of: running, else the furthest in preparation, else the last closed. */
export async function findDirectoryCycle(
  tx: Tx,
  labId: string,
  today: string,
  cycleId: string | null,
): Promise<DirectoryCycle | null> {
  const one = cycleId ? sql`AND y.id = ${cycleId}::uuid` : sql`AND NOT y.is_template`
  const rows = await tx.$queryRaw<DirectoryCycle[]>`
    SELECT y.id, y.name, y.reference_day::text AS "referenceDay", y.run_starts_on::text AS "runStartsOn",
      (y.run_ends_before - 1)::text AS "runEndsOn",
      (SELECT r.id FROM run r WHERE r.lab_id = ${labId}::uuid AND r.cycle_id = y.id AND r.kind = 'OFFICIAL' AND r.state = 'DONE'
        ORDER BY r.created_at DESC, r.id DESC LIMIT 1) AS "runId",
      EXISTS (SELECT 1 FROM cycle_network cn WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = y.id AND cn.published) AS published
    FROM cycle y WHERE y.lab_id = ${labId}::uuid ${one}
    ORDER BY (y.state = 'RUNNING' AND y.run_starts_on <= ${today}::date AND y.run_ends_before > ${today}::date) DESC,
      array_position('{RUNNING,ENGAGEMENT,STRATEGY,SEGMENTATION,QUALIFICATION,DRAFT,CLOSED}'::text[], y.state),
      y.run_starts_on DESC NULLS LAST, y.id DESC LIMIT 1`
  return rows[0] ?? null
}

/** The segment of one hcp in each cycle's last official run. Who reaches sectors only sees published cycles. */
export async function listSegments(
  tx: Tx,
  labId: string,
  hcpId: string,
  scope: ScopeFilter,
): Promise<CycleSegmentDto[]> {
  const published =
    scope.kind === 'lab'
      ? Prisma.empty
      : sql`AND EXISTS (SELECT 1 FROM cycle_network cn WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = y.id AND cn.published)`
  const rows = await tx.$queryRaw<(Omit<CycleSegmentDto, 'computedAt'> & { computedAt: Date })[]>`
    SELECT y.id AS "cycleId", y.name AS "cycleName", sa.segmentation, words.classes, run.created_at AS "computedAt",
      CASE WHEN g.id IS NULL THEN NULL
        ELSE jsonb_build_object('code', g.code, 'name', g.name, 'rank', g.rank, 'colour', g.colour) END AS segment
    FROM cycle y
    JOIN LATERAL (SELECT r.id, r.created_at, r.configuration_hash FROM run r WHERE r.lab_id = ${labId}::uuid AND r.cycle_id = y.id
      AND r.kind = 'OFFICIAL' AND r.state = 'DONE' ORDER BY r.created_at DESC, r.id DESC LIMIT 1) run ON true
    JOIN segment_assignment sa ON sa.lab_id = ${labId}::uuid AND sa.run_id = run.id AND sa.hcp_id = ${hcpId}::uuid
    CROSS JOIN LATERAL (
      SELECT coalesce(jsonb_agg(jsonb_build_object('axis', axis.value->>'name', 'name', coalesce(
        (SELECT class.value->>'name' FROM jsonb_array_elements(axis.value->'classes') class
          WHERE class.value->>'code' = sa.classes->>(axis.value->>'code')), sa.classes->>(axis.value->>'code')))
        ORDER BY axis.ordinality), '[]'::jsonb) AS classes
      FROM configuration c
      CROSS JOIN jsonb_array_elements(c.document->'segmentations') one
      CROSS JOIN jsonb_array_elements(one.value->'axes') WITH ORDINALITY axis
      WHERE c.lab_id = ${labId}::uuid AND c.hash = run.configuration_hash AND one.value->>'code' = sa.segmentation) words
    LEFT JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = sa.cycle_segment_id
    WHERE y.lab_id = ${labId}::uuid ${published}
    ORDER BY y.run_starts_on DESC NULLS FIRST, sa.segmentation = 'general' DESC, sa.segmentation`
  return rows.map((row) => ({ ...row, computedAt: row.computedAt.toISOString() }))
}

const sectorsOf = (scope: ScopeFilter, column: Prisma.Sql) =>
  scope.kind === 'lab' ? sql`true` : sql`${column} = ANY (${[...scope.sectorIds]}::uuid[])`

/** Lines of the plans of a cycle on one hcp, in the version in force (else in work), beside what was done. */
export async function listCommitments(
  tx: Tx,
  labId: string,
  hcpId: string,
  cycleId: string,
  scope: ScopeFilter,
  today: string,
): Promise<Commitment[]> {
  return tx.$queryRaw<Commitment[]>`
    SELECT p.id AS "planId", s.name AS "sectorName", ch.id AS "channelId", ch.name AS channel, ch.kind AS "channelKind",
      l.origin, v.state, l.theoretical, coalesce(l.approved, l.proposed) AS committed,
      coalesce(made.done, 0)::int AS done, made.next_on::text AS "nextOn"
    FROM plan p JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = p.cycle_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id
    JOIN LATERAL (SELECT v.id, v.state FROM plan_version v WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id
      ORDER BY (v.state = 'SEALED') DESC, v.number DESC LIMIT 1) v ON true
    JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id AND l.hcp_id = ${hcpId}::uuid
    JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = l.channel_id
    LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE c.outcome = 'DONE') AS done,
        min(c.day) FILTER (WHERE c.outcome = 'PLANNED' AND c.day >= ${today}::date) AS next_on
      FROM call c WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = l.hcp_id AND c.sector_id = p.sector_id
        AND c.channel_id = l.channel_id AND c.duplicate_of_id IS NULL
        AND c.day >= y.run_starts_on AND c.day < y.run_ends_before) made ON true
    WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${cycleId}::uuid AND ${sectorsOf(scope, sql`p.sector_id`)}
    ORDER BY s.name, p.id, array_position('{VISIT,REMOTE,PHONE,EMAIL,SMS,EVENT}'::text[], ch.kind), ch.name`
}

/** Calls from a day on, those to come first. Of other sectors, that they took place is told, not what was said. */
export async function listCalls(
  tx: Tx,
  labId: string,
  hcpId: string,
  scope: ScopeFilter,
  memberId: string,
  from: string,
): Promise<TimelineCall[]> {
  return tx.$queryRaw<TimelineCall[]>`
    SELECT c.id, c.day::text, c.time, c.outcome, ch.name AS channel, ch.kind AS "channelKind", m.display_name AS member,
      j.display_name AS "jointMember", (c.member_id IS NOT NULL AND c.member_id = ${memberId}::uuid) AS mine,
      n.name AS network, s.name AS sector, ${sectorsOf(scope, sql`c.sector_id`)} AS "ownSector", p.name AS practice,
      CASE WHEN ${sectorsOf(scope, sql`c.sector_id`)} THEN r.labels END AS reason,
      CASE WHEN ${sectorsOf(scope, sql`c.sector_id`)} THEN
        ARRAY(SELECT pr.name FROM call_product cp JOIN product pr ON pr.lab_id = ${labId}::uuid AND pr.id = cp.product_id
          WHERE cp.lab_id = ${labId}::uuid AND cp.call_id = c.id ORDER BY cp.position) ELSE '{}' END AS products
    FROM call c JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = c.channel_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = c.sector_id
    JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = c.network_id
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = c.member_id
    LEFT JOIN member j ON j.lab_id = ${labId}::uuid AND j.id = c.joint_member_id
    LEFT JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = c.practice_id
    LEFT JOIN reason r ON r.lab_id = ${labId}::uuid AND r.id = c.reason_id
    WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = ${hcpId}::uuid AND c.day >= ${from}::date
      AND c.duplicate_of_id IS NULL AND c.outcome <> 'CANCELLED'
    ORDER BY c.day DESC, c.time DESC NULLS LAST, c.id DESC LIMIT 200`
}

/** Contacts of the last 12 months, whole lab, and those that running plans still owe this hcp. */
export async function countYearlyContacts(
  tx: Tx,
  labId: string,
  hcpId: string,
  today: string,
): Promise<{ done: number; committed: number }> {
  const rows = await tx.$queryRaw<{ done: number; committed: number }[]>`
    SELECT (SELECT count(*)::int FROM call c WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = ${hcpId}::uuid
        AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
        AND c.day > ${today}::date - interval '12 months' AND c.day <= ${today}::date) AS done,
      (SELECT coalesce(sum(greatest(coalesce(l.approved, l.proposed) - (SELECT count(*) FROM call c
          WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = l.hcp_id AND c.sector_id = p.sector_id AND c.channel_id = l.channel_id
            AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
            AND c.day >= y.run_starts_on AND c.day < y.run_ends_before), 0)), 0)::int
        FROM cycle y JOIN plan p ON p.lab_id = ${labId}::uuid AND p.cycle_id = y.id
        JOIN LATERAL (SELECT v.id FROM plan_version v WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = 'SEALED'
          ORDER BY v.number DESC LIMIT 1) v ON true
        JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id AND l.hcp_id = ${hcpId}::uuid
        WHERE y.lab_id = ${labId}::uuid AND y.state = 'RUNNING') AS committed`
  return rows[0] ?? { done: 0, committed: 0 }
}

import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { toDay } from './days.ts'

const only = (cycleIds: readonly string[]) => Prisma.sql`ANY(${[...cycleIds]}::uuid[])`

export type CycleFigures = {
  segments: number
  targets: number
  /** Σ contacts × load of the theoretical targeting, and Σ capacity, thousandths. */
  loadMilli: number
  capacityMilli: number
  /** Who signed the scenario as it stands, before publication. */
  signatures: number
  plans: number
  sealed: number
  follow: { asOf: string; goalMilli: number; earnedMilli: number; expectedMilli: number | null } | null
}

const nothing: CycleFigures = {
  segments: 0,
  targets: 0,
  loadMilli: 0,
  capacityMilli: 0,
  signatures: 0,
  plans: 0,
  sealed: 0,
  follow: null,
}

/** Key figures of cycles from what runs, publications, plans and the nightly follow-up stored. */
export async function readCycleFigures(
  tx: Tx,
  labId: string,
  cycleIds: readonly string[],
): Promise<Map<string, CycleFigures>> {
  const figures = new Map<string, CycleFigures>(cycleIds.map((id) => [id, { ...nothing }]))
  const put = (cycleId: string, part: Partial<CycleFigures>) =>
    figures.set(cycleId, { ...(figures.get(cycleId) ?? nothing), ...part })

  const segments = await tx.$queryRaw<{ cycle_id: string; count: bigint }[]>`
    SELECT cycle_id, count(*) AS count FROM cycle_segment
    WHERE lab_id = ${labId}::uuid AND cycle_id = ${only(cycleIds)} AND segmentation = 'general'
      AND code <> 'non-qualifie' AND rank > 0
    GROUP BY cycle_id`
  for (const row of segments) put(row.cycle_id, { segments: Number(row.count) })

  // A later publication replaces an earlier one in its own sectors only.
  const published = await tx.$queryRaw<
    { cycle_id: string; targets: bigint; load_milli: bigint; capacity_milli: bigint }[]
  >`
    WITH latest AS (
      SELECT DISTINCT ON (p.cycle_id, ps.sector_id) p.cycle_id, p.id AS publication_id, ps.sector_id, ps.capacity_milli
      FROM publication p
      JOIN published_sector ps ON ps.lab_id = ${labId}::uuid AND ps.publication_id = p.id
      WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${only(cycleIds)}
      ORDER BY p.cycle_id, ps.sector_id, p.number DESC),
    goals AS (
      SELECT l.cycle_id, count(DISTINCT t.id) FILTER (WHERE g.contacts > g.infeasible) AS targets,
        coalesce(sum((g.contacts - g.infeasible) * cc.load_milli), 0) AS load_milli
      FROM latest l
      JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = l.publication_id AND t.sector_id = l.sector_id
      LEFT JOIN target_goal g ON g.lab_id = ${labId}::uuid AND g.target_id = t.id
      LEFT JOIN cycle_channel cc ON cc.lab_id = ${labId}::uuid AND cc.cycle_id = l.cycle_id AND cc.channel_id = g.channel_id
      GROUP BY l.cycle_id)
    SELECT l.cycle_id, g.targets, g.load_milli, sum(l.capacity_milli)::bigint AS capacity_milli
    FROM latest l JOIN goals g ON g.cycle_id = l.cycle_id GROUP BY l.cycle_id, g.targets, g.load_milli`
  for (const row of published)
    put(row.cycle_id, {
      targets: Number(row.targets),
      loadMilli: Number(row.load_milli),
      capacityMilli: Number(row.capacity_milli),
    })

  const signed = await tx.$queryRaw<{ cycle_id: string; signatures: bigint }[]>`
    SELECT d.cycle_id, max(n.signatures) AS signatures FROM configuration_draft d
    CROSS JOIN LATERAL (SELECT count(DISTINCT s.capacity) AS signatures FROM signature s
      WHERE s.lab_id = ${labId}::uuid AND s.subject_kind = 'SCENARIO' AND s.subject_id = d.id
        AND s.content_hash = d.saved_hash) n
    WHERE d.lab_id = ${labId}::uuid AND d.cycle_id = ${only(cycleIds)} AND d.kind = 'SCENARIO' GROUP BY d.cycle_id`
  for (const row of signed) put(row.cycle_id, { signatures: Number(row.signatures) })

  const plans = await tx.$queryRaw<{ cycle_id: string; plans: bigint; sealed: bigint }[]>`
    SELECT p.cycle_id, count(*) AS plans, count(*) FILTER (WHERE EXISTS (
      SELECT FROM plan_version v
      WHERE v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = 'SEALED')) AS sealed
    FROM plan p WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${only(cycleIds)} GROUP BY p.cycle_id`
  for (const row of plans) put(row.cycle_id, { plans: Number(row.plans), sealed: Number(row.sealed) })

  const follow = await tx.$queryRaw<
    { cycle_id: string; as_of: Date; goal: bigint; earned: bigint; expected: bigint | null }[]
  >`
    SELECT f.cycle_id, f.as_of, sum(f.adjusted_goal_milli)::bigint AS goal, sum(f.adjusted_earned_milli)::bigint AS earned,
      sum(f.adjusted_expected_milli)::bigint AS expected
    FROM follow_snapshot f
    WHERE f.lab_id = ${labId}::uuid AND f.cycle_id = ${only(cycleIds)} AND f.level = 'NETWORK' AND f.dimension = 'ALL'
      AND f.as_of = (SELECT max(l.as_of) FROM follow_snapshot l
        WHERE l.lab_id = ${labId}::uuid AND l.cycle_id = f.cycle_id AND l.level = 'NETWORK')
    GROUP BY f.cycle_id, f.as_of`
  for (const row of follow)
    put(row.cycle_id, {
      follow: {
        asOf: toDay(row.as_of),
        goalMilli: Number(row.goal),
        earnedMilli: Number(row.earned),
        expectedMilli: row.expected === null ? null : Number(row.expected),
      },
    })
  return figures
}

/** The latest official run that ended well: which configuration it computed. */
export async function findOfficialRun(
  tx: Tx,
  labId: string,
  cycleId: string,
): Promise<{ id: string; configurationHash: string } | null> {
  return tx.run.findFirst({
    where: { labId, cycleId, kind: 'OFFICIAL', state: 'DONE' },
    select: { id: true, configurationHash: true },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

import type { PlanLineDto } from '#src/contracts/plan-document.ts'
import type { Tx } from '../platform/tx.ts'
import { asSets } from './follow-sql.ts'

export type OverviewLine = Pick<
  PlanLineDto,
  | 'hcpId'
  | 'channel'
  | 'segment'
  | 'origin'
  | 'theoretical'
  | 'proposed'
  | 'approved'
  | 'maxCredited'
  | 'reason'
  | 'decision'
> & { versionId: string; ceased: boolean; noVisit: boolean; prior: number }

/**
 * Lines of many versions with their segment, what may lock them, and the DONE contacts of the same hcp and channel in a
 * window (null = none counted).
 */
export const listOverviewLines = (
  tx: Tx,
  labId: string,
  question: {
    versionIds: readonly string[]
    networkIds: readonly string[]
    segmentation: string
    window: { startsOn: string; endsOn: string } | null
  },
): Promise<OverviewLine[]> =>
  asSets(
    tx,
    () => tx.$queryRaw<OverviewLine[]>`
  WITH made AS (
    SELECT c.network_id, c.hcp_id, c.channel_id, count(*)::int AS contacts FROM call c
    WHERE c.lab_id = ${labId}::uuid AND c.network_id = ANY (${[...question.networkIds]}::uuid[]) AND c.outcome = 'DONE'
      AND c.duplicate_of_id IS NULL AND c.day >= ${question.window?.startsOn ?? null}::date
      AND c.day <= ${question.window?.endsOn ?? null}::date
    GROUP BY c.network_id, c.hcp_id, c.channel_id)
  SELECT l.plan_version_id AS "versionId", l.hcp_id AS "hcpId", ch.code AS channel, coalesce(tg.code, rg.code) AS segment,
    l.origin, l.theoretical, l.proposed, l.approved, l.max_credited AS "maxCredited", r.code AS reason, l.decision,
    h.status <> 'ACTIVE' AS ceased, h.visit_rule = 'NO_VISIT' AS "noVisit", coalesce(m.contacts, 0) AS prior
  FROM plan_version v
  JOIN plan p ON p.lab_id = ${labId}::uuid AND p.id = v.plan_id
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id
  JOIN publication pb ON pb.lab_id = ${labId}::uuid AND pb.id = v.publication_id
  JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id
  JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = l.hcp_id
  JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = l.channel_id
  LEFT JOIN reason r ON r.lab_id = ${labId}::uuid AND r.id = l.reason_id
  LEFT JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = v.publication_id AND t.sector_id = p.sector_id
    AND t.hcp_id = l.hcp_id
  LEFT JOIN cycle_segment tg ON tg.lab_id = ${labId}::uuid AND tg.id = t.cycle_segment_id
  LEFT JOIN segment_assignment sa ON t.id IS NULL AND sa.lab_id = ${labId}::uuid AND sa.run_id = pb.run_id
    AND sa.segmentation = ${question.segmentation} AND sa.hcp_id = l.hcp_id
  LEFT JOIN cycle_segment rg ON rg.lab_id = ${labId}::uuid AND rg.id = sa.cycle_segment_id
  LEFT JOIN made m ON m.network_id = s.network_id AND m.hcp_id = l.hcp_id AND m.channel_id = l.channel_id
  WHERE v.lab_id = ${labId}::uuid AND v.id = ANY (${[...question.versionIds]}::uuid[])
  ORDER BY l.plan_version_id, l.hcp_id, ch.code`,
  )

/** The last change of state of each plan. */
export async function listStateChanges(
  tx: Tx,
  labId: string,
  planIds: readonly string[],
): Promise<Map<string, Date>> {
  const rows = await tx.$queryRaw<{ planId: string; at: Date }[]>`
    SELECT e.plan_id AS "planId", max(e.at) AS at FROM plan_event e
    WHERE e.lab_id = ${labId}::uuid AND e.plan_id = ANY (${[...planIds]}::uuid[]) AND e.to_state IS NOT NULL
    GROUP BY e.plan_id`
  return new Map(rows.map(({ planId, at }) => [planId, at]))
}

import type { Tx } from '../platform/tx.ts'
import { asSets } from './follow-sql.ts'

export type PriorLine = { zone: string; vacant: boolean; goal: number; prior: number }

/**
 * Theoretical lines of a cycle on one network, each with the DONE contacts of the same hcp and channel in a window. Lines of
 * hcps who ceased, opposed or see no rep are left out.
 */
export const listPriorLines = (
  tx: Tx,
  labId: string,
  question: { cycleId: string; networkId: string; startsOn: string; endsOn: string; at: Date },
): Promise<PriorLine[]> =>
  asSets(
    tx,
    () => tx.$queryRaw<PriorLine[]>`
  WITH made AS (
    SELECT c.hcp_id, c.channel_id, count(*)::int AS contacts FROM call c
    WHERE c.lab_id = ${labId}::uuid AND c.network_id = ${question.networkId}::uuid AND c.outcome = 'DONE'
      AND c.duplicate_of_id IS NULL AND c.day BETWEEN ${question.startsOn}::date AND ${question.endsOn}::date
    GROUP BY c.hcp_id, c.channel_id),
  opposed AS (
    SELECT last.hcp_id FROM (SELECT DISTINCT ON (k.hcp_id) k.hcp_id, k.kind FROM contact_permission k
      WHERE k.lab_id = ${labId}::uuid AND k.channel_id IS NULL AND k.effective_at <= ${question.at}
      ORDER BY k.hcp_id, k.effective_at DESC, k.id DESC) last
    WHERE last.kind = 'OPPOSITION')
  SELECT s.holiday_zone AS zone, ps.lead_member_id IS NULL AS vacant, l.theoretical AS goal, coalesce(m.contacts, 0) AS prior
  FROM plan p
  JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = p.sector_id AND s.network_id = ${question.networkId}::uuid
  JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.number = 1
  JOIN published_sector ps ON ps.lab_id = ${labId}::uuid AND ps.publication_id = v.publication_id AND ps.sector_id = p.sector_id
  JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = v.id AND l.theoretical > 0
  JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = l.hcp_id AND h.status = 'ACTIVE'
  JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = l.channel_id
  LEFT JOIN made m ON m.hcp_id = l.hcp_id AND m.channel_id = l.channel_id
  WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${question.cycleId}::uuid
    AND NOT (h.visit_rule = 'NO_VISIT' AND ch.kind = 'VISIT') AND NOT EXISTS (SELECT 1 FROM opposed o WHERE o.hcp_id = l.hcp_id)
  ORDER BY p.sector_id, l.hcp_id, l.channel_id`,
  )

/** Day through which every call source of the network is known; null = none has said. */
export async function findCallWatermark(tx: Tx, labId: string, networkId: string): Promise<string | null> {
  const { _min } = await tx.dataWatermark.aggregate({
    where: { labId, networkId, kind: 'CALLS' },
    _min: { completeThrough: true },
  })
  return _min.completeThrough?.toISOString().slice(0, 10) ?? null
}

import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'
import { amongHcps, type HcpChoice } from './permission-repository.ts'

/**
 * Contacts that already take from an hcp's yearly maximum on a day: DONE of the last 12 months, and committed but not yet
 * done in every running plan of the lab. Hcps with none are absent.
 */
export async function countYearlyUsed(
  tx: Tx,
  labId: string,
  today: string,
  hcps: HcpChoice,
): Promise<Map<string, number>> {
  const done = await tx.$queryRaw<{ hcpId: string; contacts: number }[]>`
    SELECT c.hcp_id AS "hcpId", count(*)::int AS contacts FROM call c
    WHERE c.lab_id = ${labId}::uuid AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
      AND c.day > ${today}::date - interval '12 months' AND c.day <= ${today}::date
      ${amongHcps(Prisma.sql`c.hcp_id`, hcps)}
    GROUP BY c.hcp_id`
  const committed = await tx.$queryRaw<{ hcpId: string; contacts: number }[]>`
    WITH running AS (
      SELECT DISTINCT ON (p.id) p.sector_id, v.id AS version_id, y.run_starts_on, y.run_ends_before
      FROM cycle y
      JOIN plan p ON p.lab_id = ${labId}::uuid AND p.cycle_id = y.id
      JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = 'SEALED'
      WHERE y.lab_id = ${labId}::uuid AND y.state = 'RUNNING' ORDER BY p.id, v.number DESC),
    made AS (
      SELECT r.version_id, c.hcp_id, c.channel_id, count(*)::int AS done FROM running r
      JOIN call c ON c.lab_id = ${labId}::uuid AND c.sector_id = r.sector_id AND c.outcome = 'DONE'
        AND c.duplicate_of_id IS NULL AND c.day >= r.run_starts_on AND c.day < r.run_ends_before
      WHERE c.lab_id = ${labId}::uuid ${amongHcps(Prisma.sql`c.hcp_id`, hcps)}
      GROUP BY r.version_id, c.hcp_id, c.channel_id)
    SELECT l.hcp_id AS "hcpId", sum(greatest(coalesce(l.approved, l.proposed) - coalesce(m.done, 0), 0))::int AS contacts
    FROM running r
    JOIN plan_line l ON l.lab_id = ${labId}::uuid AND l.plan_version_id = r.version_id
    LEFT JOIN made m ON m.version_id = l.plan_version_id AND m.hcp_id = l.hcp_id AND m.channel_id = l.channel_id
    WHERE l.lab_id = ${labId}::uuid ${amongHcps(Prisma.sql`l.hcp_id`, hcps)} GROUP BY l.hcp_id`
  const used = new Map<string, number>()
  for (const { hcpId, contacts } of [...done, ...committed])
    used.set(hcpId, (used.get(hcpId) ?? 0) + contacts)
  return used
}

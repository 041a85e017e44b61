import type { Pool } from 'pg'

export type PlainFigures = {
  key: string
  goal: number
  earned: number
  done: number
  hcps: number
  seen: number
  raw_goal: number
}

/**
 * Figures of sectors by SQL alone, straight from the tables and the definitions: nothing of it is shared with the
 * application. Vacant sectors and closed lines are told by the caller, as the page of definitions says them.
 */
export async function plainFigures(
  sql: Pool,
  labId: string,
  cycleId: string,
  asOf: string,
): Promise<Map<string, PlainFigures>> {
  const { rows } = await sql.query<PlainFigures>(
    `SELECT x.sector_id AS key,
       sum(CASE WHEN x.closed THEN least(x.done, x.max_credited) ELSE x.approved END * x.weight_milli)::int AS goal,
       sum(least(x.done, x.max_credited) * x.weight_milli)::int AS earned, sum(x.done)::int AS done,
       sum(x.approved * x.weight_milli)::int AS raw_goal,
       count(DISTINCT x.hcp_id)::int AS hcps, count(DISTINCT x.hcp_id) FILTER (WHERE x.done > 0)::int AS seen
     FROM (
       SELECT p.sector_id, l.hcp_id, l.approved, l.max_credited, w.weight_milli,
         h.status <> 'ACTIVE' OR h.visit_rule = 'NO_VISIT' AND l.channel_id IN (SELECT id FROM channel WHERE kind = 'VISIT')
           OR EXISTS (SELECT FROM contact_permission o WHERE o.hcp_id = l.hcp_id AND o.kind = 'OPPOSITION' AND o.channel_id IS NULL) AS closed,
         (SELECT count(*)::int FROM call c WHERE c.sector_id = p.sector_id AND c.hcp_id = l.hcp_id AND c.channel_id = l.channel_id
           AND c.outcome = 'DONE' AND c.day >= '2026-01-01' AND c.day <= $3 AND c.day < '2026-07-01') AS done
       FROM plan p JOIN plan_version v ON v.plan_id = p.id AND v.state = 'SEALED'
       JOIN plan_line l ON l.plan_version_id = v.id
       JOIN hcp h ON h.id = l.hcp_id
       JOIN cycle_channel w ON w.cycle_id = p.cycle_id AND w.channel_id = l.channel_id
       WHERE p.lab_id = $1 AND p.cycle_id = $2) x
     GROUP BY x.sector_id`,
    [labId, cycleId, asOf],
  )
  return new Map(rows.map((row) => [row.key, row]))
}

/** Share of the working days of the small lab's run that are gone, for a sector without a day of absence. */
export async function plainElapsed(
  sql: Pool,
  asOf: string,
  closed: readonly string[],
): Promise<{ gone: number; total: number }> {
  const { rows } = await sql.query<{ gone: number; total: number }>(
    `SELECT count(*) FILTER (WHERE d.day <= $1::date)::int AS gone, count(*)::int AS total
     FROM (SELECT g::date AS day FROM generate_series('2026-01-01'::date, '2026-06-30', '1 day') g) d
     WHERE extract(isodow FROM d.day) < 6 AND d.day <> ALL ($2::date[])
       AND NOT EXISTS (SELECT FROM public_holiday h WHERE h.zone = 'METROPOLE' AND h.day = d.day)`,
    [asOf, closed],
  )
  const [row] = rows
  if (!row) throw new Error('no days')
  return row
}

/**
 * The scenario's figures from its page alone: `panel(id, month, scripts, detailing)` holds the file. $1 = as-of day (the
 * last day of a month), $2 = its month, 13 … 18. One row a line (physician), with everything a perimeter sums.
 */
export const linesSql = `
WITH physician AS (
  SELECT id, (row_number() OVER (ORDER BY id) - 1) / 25 + 1 AS sector,
    sum(scripts) FILTER (WHERE month <= 12) AS prescriptions,
    sum(detailing) FILTER (WHERE month <= 12) AS year_calls,
    coalesce(sum(detailing) FILTER (WHERE month BETWEEN 7 AND 12), 0)::int AS prior_done,
    coalesce(sum(detailing) FILTER (WHERE month BETWEEN 13 AND $2), 0)::int AS done
  FROM panel GROUP BY id
), rated AS (
  SELECT *, prescriptions::float8 / nullif(year_calls, 0) AS affinity,
    sum(prescriptions) OVER (ORDER BY prescriptions DESC) AS cumulated,
    sum(prescriptions) OVER () AS total, max(prescriptions) OVER () AS most
  FROM physician
), cut AS (
  SELECT percentile_cont(1 / 3.0) WITHIN GROUP (ORDER BY affinity) AS low,
    percentile_cont(2 / 3.0) WITHIN GROUP (ORDER BY affinity) AS high FROM rated
), classed AS (
  SELECT rated.*,
    CASE WHEN prescriptions = most OR cumulated * 100 <= total * 80 THEN 'A' WHEN cumulated * 100 <= total * 95 THEN 'B' ELSE 'C' END
    || CASE WHEN affinity >= high THEN '1' WHEN affinity >= low THEN '2' ELSE '3' END AS segment
  FROM rated, cut
), working AS (
  SELECT day::date AS day FROM generate_series('2025-07-01'::date, '2026-06-30'::date, '1 day') day
  WHERE extract(isodow FROM day) <= 5
    AND day::date NOT IN (SELECT day FROM public_holiday WHERE zone = 'METROPOLE')
), days AS (
  SELECT count(*) FILTER (WHERE day < '2026-01-01')::int AS before,
    count(*) FILTER (WHERE day >= '2026-01-01')::int AS cycle,
    count(*) FILTER (WHERE day >= '2026-01-01' AND day <= $1::date)::int AS gone
  FROM working
)
SELECT c.id, c.sector::int, ((c.sector - 1) / 5 + 1)::int AS region, c.segment, g.goal, c.done, c.prior_done,
  least(c.done, g.goal + 2) AS earned, d.before, d.cycle, d.gone
FROM classed c
JOIN (VALUES ('A1', 18), ('A2', 15), ('A3', 12), ('B1', 15), ('B2', 12), ('B3', 9), ('C1', 9), ('C2', 6), ('C3', 3))
  AS g(segment, goal) USING (segment)
CROSS JOIN days d
ORDER BY c.id`

export type Line = {
  id: number
  sector: number
  region: number
  segment: string
  goal: number
  done: number
  prior_done: number
  earned: number
  before: number
  cycle: number
  gone: number
}

import type { Actor } from '#src/contracts/actor.ts'
import { groupStatus, sectorStatus, statusName } from '#src/engine/index.ts'
import { bulkRead } from '#src/server/platform/bulk.ts'

export type FigureRow = {
  asOf: string
  level: 'network' | 'region' | 'sector' | 'segment'
  key: string
  hcps: number
  goal: number
  done: number
  earned: number
  attainment: number | null
  coverage: number | null
  atFrequency: number | null
  expected: number | null
  status: 'under' | 'on_track' | 'over' | null
  probability?: number | null
  forecast?: number | null
}

type Kept = {
  level: FigureRow['level']
  key: string
  hcps: number
  seen: number
  at_frequency: number
  goal: string
  done: number
  earned: string
  expected: string | null
  gone: string
  capacity: string
  probability: number | null
  mean: string | null
}

const toleranceBps = 2000
const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)

function statusOf(row: Kept): FigureRow['status'] {
  const [earned, goal, gone, capacity] = [row.earned, row.goal, row.gone, row.capacity].map(Number)
  if (row.level === 'sector')
    return statusName(sectorStatus(earned ?? 0, goal ?? 0, gone ?? 0, capacity ?? 0, toleranceBps))
  return statusName(
    groupStatus(earned ?? 0, row.expected === null ? Number.NaN : Number(row.expected), toleranceBps),
  )
}

function figureRow(asOf: string, row: Kept): FigureRow {
  const [goal, earned] = [Number(row.goal) / 1000, Number(row.earned) / 1000]
  return {
    asOf,
    level: row.level,
    key: row.key,
    hcps: row.hcps,
    goal,
    done: row.done,
    earned,
    attainment: share(earned, goal),
    coverage: share(row.seen, row.hcps),
    atFrequency: share(row.at_frequency, row.hcps),
    expected: row.expected === null ? null : Number(row.expected) / 1000,
    status: statusOf(row),
    ...(row.level === 'sector'
      ? { probability: row.probability, forecast: row.mean === null ? null : Number(row.mean) / 1000 }
      : {}),
  }
}

/** What follow-up kept for a day, as the dashboards read it: adjusted figures, perimeters by their codes. */
export async function readFigures(actor: Actor, cycleId: string, asOf: string): Promise<FigureRow[]> {
  const rows = await bulkRead(actor, (bulk) =>
    bulk.query<Kept>(
      `SELECT CASE WHEN f.dimension = 'SEGMENT' THEN 'segment' ELSE lower(f.level) END AS level,
         CASE WHEN f.dimension = 'SEGMENT' THEN f.dimension_id ELSE coalesce(s.code, r.code, n.code) END AS key,
         f.hcps, f.seen, f.at_frequency, f.adjusted_goal_milli AS goal, f.adjusted_done AS done,
         f.adjusted_earned_milli AS earned, f.adjusted_expected_milli AS expected,
         f.adjusted_capacity_gone_milli AS gone, f.adjusted_capacity_milli AS capacity, f.probability, f.mean_milli AS mean
       FROM follow_snapshot f
       LEFT JOIN sector s ON s.lab_id = $1::uuid AND s.id = f.key AND f.level = 'SECTOR'
       LEFT JOIN region r ON r.lab_id = $1::uuid AND r.id = f.key AND f.level = 'REGION'
       LEFT JOIN network n ON n.lab_id = $1::uuid AND n.id = f.key AND f.level = 'NETWORK'
       WHERE f.lab_id = $1::uuid AND f.cycle_id = $2::uuid AND f.as_of = $3::date
         AND (f.dimension = 'ALL' OR (f.dimension = 'SEGMENT' AND f.level = 'NETWORK'))
       ORDER BY 1, length(CASE WHEN f.dimension = 'SEGMENT' THEN f.dimension_id ELSE coalesce(s.code, r.code, n.code) END), 2`,
      [actor.labId, cycleId, asOf],
    ),
  )
  return rows.map((row) => figureRow(asOf, row))
}

import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { AlertDto } from '#src/contracts/alerts.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const { sql } = Prisma

const within = (scope: ScopeFilter) =>
  scope.kind === 'lab' ? sql`true` : sql`a.sector_id = ANY (${[...scope.sectorIds]}::uuid[])`

/** The open card of each sector of a cycle: its own before those of its parts. */
export async function listOpenAlertIds(tx: Tx, labId: string, cycleId: string): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ id: string; sectorId: string }[]>`
    SELECT DISTINCT ON (a.sector_id) a.id, a.sector_id AS "sectorId" FROM alert a
    WHERE a.lab_id = ${labId}::uuid AND a.cycle_id = ${cycleId}::uuid AND a.closed_on IS NULL
    ORDER BY a.sector_id, a.dimension <> 'ALL', a.probability, a.id`
  return new Map(rows.map(({ id, sectorId }) => [sectorId, id]))
}

type Row = Omit<AlertDto, 'probabilityBps' | 'acknowledged' | 'closeCause'> & {
  probability: number
  closeCause: string | null
  acknowledgedAt: Date | null
  acknowledgedBy: string | null
}

export type AlertFilter = {
  id?: string | undefined
  cycleId?: string | undefined
  sectorId?: string | undefined
  withClosed?: boolean | undefined
}

const causes = ['kept', 'recovered', 'covered', 'ended'] as const

const alertOf = ({ probability, acknowledgedAt, acknowledgedBy, closeCause, ...row }: Row): AlertDto => ({
  ...row,
  probabilityBps: Math.min(Math.max(Math.round(probability * 10_000), 0), 10_000),
  closeCause: causes.find((cause) => cause === closeCause) ?? null,
  acknowledged: acknowledgedAt ? { at: acknowledgedAt.toISOString(), by: acknowledgedBy ?? '' } : null,
})

/** Alerts of a scope, open ones first, the least likely to be kept before the others. */
export async function listAlerts(
  tx: Tx,
  labId: string,
  filter: AlertFilter,
  scope: ScopeFilter,
  today: string,
): Promise<AlertDto[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT a.id, a.version, jsonb_build_object('id', y.id, 'name', y.name) AS cycle,
      jsonb_build_object('id', s.id, 'code', s.code, 'name', s.name, 'regionId', r.id, 'region', r.name) AS sector,
      lead.name AS lead, a.level, a.dimension, coalesce(g.name, ch.name, p.name, '') AS label, a.probability,
      a.at_stake_milli AS "atStakeMilli", a.opened_on::text AS "openedOn", a.closed_on::text AS "closedOn",
      a.close_cause AS "closeCause", a.acknowledged_at AS "acknowledgedAt", w.display_name AS "acknowledgedBy"
    FROM alert a
    JOIN cycle y ON y.lab_id = ${labId}::uuid AND y.id = a.cycle_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = a.sector_id
    JOIN region r ON r.lab_id = ${labId}::uuid AND r.id = s.region_id
    LEFT JOIN member w ON w.lab_id = ${labId}::uuid AND w.id = a.acknowledged_by_id
    LEFT JOIN LATERAL (SELECT min(c.name) AS name FROM cycle_segment c WHERE c.lab_id = ${labId}::uuid
      AND c.cycle_id = a.cycle_id AND c.code = a.dimension_id AND a.dimension = 'SEGMENT') g ON true
    LEFT JOIN channel ch ON ch.lab_id = ${labId}::uuid AND a.dimension = 'CHANNEL' AND ch.id::text = a.dimension_id
    LEFT JOIN product p ON p.lab_id = ${labId}::uuid AND a.dimension = 'PRODUCT' AND p.id::text = a.dimension_id
    LEFT JOIN LATERAL (SELECT m.display_name AS name FROM sector_assignment sa
      JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = sa.member_id
      WHERE sa.lab_id = ${labId}::uuid AND sa.sector_id = a.sector_id AND sa.kind = 'LEAD' AND sa.starts_on <= ${today}::date
        AND (sa.ends_before IS NULL OR sa.ends_before > ${today}::date) LIMIT 1) lead ON true
    WHERE a.lab_id = ${labId}::uuid AND ${within(scope)}
      ${filter.id ? sql`AND a.id = ${filter.id}::uuid` : Prisma.empty}
      ${filter.cycleId ? sql`AND a.cycle_id = ${filter.cycleId}::uuid` : Prisma.empty}
      ${filter.sectorId ? sql`AND a.sector_id = ${filter.sectorId}::uuid` : Prisma.empty}
      ${filter.withClosed || filter.id ? Prisma.empty : sql`AND a.closed_on IS NULL`}
    ORDER BY a.closed_on IS NOT NULL, a.closed_on DESC, a.probability, a.at_stake_milli DESC, a.id`
  return rows.map(alertOf)
}

export async function countAlerts(
  tx: Tx,
  labId: string,
  scope: ScopeFilter,
): Promise<{ open: number; unacknowledged: number }> {
  const [row] = await tx.$queryRaw<{ open: number; unacknowledged: number }[]>`
    SELECT count(*)::int AS open, count(*) FILTER (WHERE a.acknowledged_at IS NULL)::int AS unacknowledged
    FROM alert a WHERE a.lab_id = ${labId}::uuid AND a.closed_on IS NULL AND ${within(scope)}`
  return row ?? { open: 0, unacknowledged: 0 }
}

/** The alert under its lock, with what decides who may touch it. */
export async function lockAlert(
  tx: Tx,
  labId: string,
  id: string,
): Promise<{ sectorId: string; version: number; isOpen: boolean; isAcknowledged: boolean } | null> {
  const [row] = await tx.$queryRaw<
    { sectorId: string; version: number; isOpen: boolean; isAcknowledged: boolean }[]
  >`
    SELECT a.sector_id AS "sectorId", a.version, a.closed_on IS NULL AS "isOpen", a.acknowledged_at IS NOT NULL AS "isAcknowledged"
    FROM alert a WHERE a.lab_id = ${labId}::uuid AND a.id = ${id}::uuid FOR UPDATE`
  return row ?? null
}

export async function acknowledgeAlert(
  tx: Tx,
  labId: string,
  id: string,
  by: { memberId: string; at: Date },
): Promise<void> {
  await tx.alert.update({
    where: { labId_id: { labId, id } },
    data: { acknowledgedAt: by.at, acknowledgedById: by.memberId, version: { increment: 1 } },
    select: { id: true },
  })
}

import type { Tx } from '../platform/transaction.ts'
import { toDate, toDateOrNull } from './days.ts'
import type { SnapshotDimension } from './snapshot-repository.ts'

export type StoredAlert = {
  id: string
  sectorId: string
  dimension: SnapshotDimension
  dimensionId: string
  level: 'AMBER' | 'RED'
  openedOn: string
  closedOn: string | null
}

/** Alerts of sectors that stood open on a day: opened on it or before, not closed before it. */
export const alertsAround = (
  tx: Tx,
  labId: string,
  at: { cycleId: string; asOf: string; sectorIds: readonly string[] },
): Promise<StoredAlert[]> => tx.$queryRaw<StoredAlert[]>`
  SELECT a.id, a.sector_id AS "sectorId", a.dimension, a.dimension_id AS "dimensionId", a.level,
    a.opened_on::text AS "openedOn", a.closed_on::text AS "closedOn"
  FROM alert a
  WHERE a.lab_id = ${labId}::uuid AND a.cycle_id = ${at.cycleId}::uuid AND a.kind = 'SHORTFALL'
    AND a.sector_id = ANY (${[...at.sectorIds]}::uuid[]) AND a.opened_on <= ${at.asOf}::date
    AND (a.closed_on IS NULL OR a.closed_on >= ${at.asOf}::date)
  ORDER BY a.opened_on, a.id`

export type NewAlert = Omit<StoredAlert, 'id' | 'closedOn'> & { probability: number; atStakeMilli: number }

export async function insertAlerts(
  tx: Tx,
  labId: string,
  cycleId: string,
  alerts: readonly NewAlert[],
): Promise<void> {
  await tx.alert.createMany({
    data: alerts.map(({ openedOn, ...alert }) => ({
      labId,
      cycleId,
      kind: 'SHORTFALL',
      openedOn: toDate(openedOn),
      ...alert,
    })),
  })
}

export type AlertChange = {
  id: string
  level?: 'AMBER' | 'RED'
  probability?: number
  atStakeMilli?: number
  closedOn?: string | null
  closeCause?: string | null
}

/** What a new as-of day says of an alert; its version moves only where its state does, so that reading it is no conflict. */
export async function updateAlert(tx: Tx, labId: string, change: AlertChange): Promise<void> {
  const { id, closedOn, ...columns } = change
  await tx.alert.update({
    where: { labId_id: { labId, id } },
    data: {
      ...columns,
      ...(closedOn !== undefined && { closedOn: toDateOrNull(closedOn), version: { increment: 1 } }),
    },
    select: { id: true },
  })
}

export async function deleteAlerts(tx: Tx, labId: string, ids: readonly string[]): Promise<void> {
  await tx.alert.deleteMany({ where: { labId, id: { in: [...ids] } } })
}

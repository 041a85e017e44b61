import type { Tx } from '../platform/transaction.ts'

export type EveningCall = {
  id: string
  hcpId: string
  channelId: string
  outcome: 'DONE' | 'REFUSED' | 'ABSENT' | 'CANCELLED'
  wasPlanned: boolean
}

/** What became of calls of a sector after the as-of day, in the order in which they were written. */
export const listEveningCalls = (
  tx: Tx,
  labId: string,
  sectorId: string,
  days: { after: string; until: string },
): Promise<EveningCall[]> => tx.$queryRaw<EveningCall[]>`
  SELECT c.id, c.hcp_id AS "hcpId", c.channel_id AS "channelId", c.outcome, c.planned_on IS NOT NULL AS "wasPlanned"
  FROM call c
  WHERE c.lab_id = ${labId}::uuid AND c.sector_id = ${sectorId}::uuid AND c.duplicate_of_id IS NULL
    AND c.day > ${days.after}::date AND c.day <= ${days.until}::date AND c.outcome <> 'PLANNED'
    AND (c.outcome <> 'CANCELLED' OR c.planned_on IS NOT NULL)
  ORDER BY c.day, c.created_at, c.id`

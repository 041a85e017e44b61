import type { Tx } from '../platform/transaction.ts'

export type HcpLimit = {
  hcpId: string
  /** Last day on which the hcp was met, and last on which it refused, on any channel that takes a working contact. */
  lastDone: string | null
  lastRefused: string | null
  /** DONE contacts of the last 12 months in the lab. */
  doneYear: number
  yearlyMax: number | null
}

/** What holds back further contacts with the hcps of a sector, through a day. */
export const listHcpLimits = (
  tx: Tx,
  labId: string,
  hcpIds: readonly string[],
  today: string,
): Promise<HcpLimit[]> => tx.$queryRaw<HcpLimit[]>`
  SELECT h.id AS "hcpId", m.done::text AS "lastDone", m.refused::text AS "lastRefused",
    coalesce(m.year, 0)::int AS "doneYear", h.yearly_contact_max AS "yearlyMax"
  FROM hcp h
  LEFT JOIN (SELECT c.hcp_id, max(c.day) FILTER (WHERE c.outcome = 'DONE') AS done,
      max(c.day) FILTER (WHERE c.outcome = 'REFUSED') AS refused,
      count(*) FILTER (WHERE c.outcome = 'DONE' AND c.day > ${today}::date - interval '12 months') AS year
    FROM call c WHERE c.lab_id = ${labId}::uuid AND c.hcp_id = ANY (${[...hcpIds]}::uuid[])
      AND c.duplicate_of_id IS NULL AND c.day <= ${today}::date GROUP BY c.hcp_id) m ON m.hcp_id = h.id
  WHERE h.lab_id = ${labId}::uuid AND h.id = ANY (${[...hcpIds]}::uuid[])`

import type { Tx } from '../platform/tx.ts'
import { placeSql } from './answer-query-repository.ts'
import type { CycleGround } from './cycle-universe-repository.ts'

/** Where hcps work and how often they were met, one entry an hcp in the order asked. */
export type PlaceColumns = {
  /** Kind of the principal practice: OFFICE, HOSPITAL, PHARMACY. */
  practices: (string | null)[]
  /** INSEE code. */
  communes: (string | null)[]
  bricks: (string | null)[]
  /** Calls DONE in the 12 months before the cycle's day, whoever logged them. */
  calls: number[]
}

export async function readPlaceColumns(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  hcpIds: readonly string[],
): Promise<PlaceColumns> {
  const [row] = await tx.$queryRaw<{ [K in keyof PlaceColumns]: PlaceColumns[K] | null }[]>`
    WITH people AS MATERIALIZED (
        SELECT hcp_id, row FROM unnest(${[...hcpIds]}::uuid[]) WITH ORDINALITY AS list(hcp_id, row)),
      place AS (${placeSql(labId, ground)}),
      met AS (
        SELECT c.hcp_id, count(*)::int AS calls FROM call c
        WHERE c.lab_id = ${labId}::uuid AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
          AND c.day >= ${ground.day}::date - interval '12 months' AND c.day < ${ground.day}::date
        GROUP BY c.hcp_id)
    SELECT array_agg(pr.kind ORDER BY p.row) AS practices, array_agg(pr.insee_code ORDER BY p.row) AS communes,
      array_agg(b.code ORDER BY p.row) AS bricks, array_agg(coalesce(met.calls, 0) ORDER BY p.row) AS calls
    FROM people p
    LEFT JOIN place l ON l.hcp_id = p.hcp_id
    LEFT JOIN practice pr ON pr.lab_id = ${labId}::uuid AND pr.id = l.practice_id
    LEFT JOIN brick b ON b.lab_id = ${labId}::uuid AND b.id = l.brick_id
    LEFT JOIN met ON met.hcp_id = p.hcp_id`
  return {
    practices: row?.practices ?? [],
    communes: row?.communes ?? [],
    bricks: row?.bricks ?? [],
    calls: row?.calls ?? [],
  }
}

/** A fingerprint of what these columns are read from, principal practices of hcps apart. */
export async function readPlaceStamp(tx: Tx, labId: string, ground: CycleGround): Promise<string> {
  const [row] = await tx.$queryRaw<{ stamp: string }[]>`
    SELECT concat_ws(' ',
      (SELECT count(*) || ':' || coalesce(bit_xor(uuid_hash_extended(c.id, uuid_hash_extended(c.hcp_id, 0))), 0)
        FROM call c WHERE c.lab_id = ${labId}::uuid AND c.outcome = 'DONE' AND c.duplicate_of_id IS NULL
          AND c.day >= ${ground.day}::date - interval '12 months' AND c.day < ${ground.day}::date),
      (SELECT count(*) || ':' || coalesce(bit_xor(uuid_hash_extended(pr.id, pr.version)), 0)
        FROM practice pr WHERE pr.lab_id = ${labId}::uuid)) AS stamp`
  return row?.stamp ?? ''
}

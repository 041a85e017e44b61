import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { candidatesSql, placeSql, type AskedQuestion } from './answer-query-repository.ts'
import { universeSql, type CycleGround } from './cycle-universe-repository.ts'
import { asSets } from './follow-sql.ts'

/** hcps of a sector, and how many of them have a question answered and not expired. */
export type SectorCompleteness = { sectorId: string; hcps: number; present: number[]; expired: number[] }

/** Bits of one mask: a bigint holds 63 without its sign. */
const maskBits = 60

const list = (parts: readonly Prisma.Sql[]) => Prisma.join([...parts], ', ')
const ordinals = (length: number) => Array.from({ length }, (_, index) => index)

/**
 * universe, people, place and settled(hcp_id, present_0, expired_0, present_1 …): one row an hcp with a bit a question.
 * A question is present when the best source that answers it has not expired. Grouping by hcp alone and folding bits
 * is what makes it fast: grouping by hcp and question would hash twenty times as many rows.
 */
function settledSql(
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds?: readonly string[],
): Prisma.Sql {
  const masks = ordinals(Math.ceil(questions.length / maskBits))
  const priorities = ordinals(Math.max(...questions.map(({ sourceIds }) => sourceIds.length))).map(
    (one) => one + 1,
  )
  const bits = masks.flatMap((mask) => {
    const bit = Prisma.sql`1::bigint << (c.ordinal - ${mask * maskBits}::int)`
    const of = Prisma.sql`c.ordinal >= ${mask * maskBits}::int AND c.ordinal < ${(mask + 1) * maskBits}::int`
    const ofMask = masks.length === 1 ? Prisma.sql`true` : of
    return priorities.map((priority) => {
      const suffix = Prisma.raw(`${mask}_${priority}`)
      return Prisma.sql`
        coalesce(bit_or(${bit}) FILTER (WHERE ${ofMask} AND c.priority = ${priority}::int), 0) AS has_${suffix},
        coalesce(bit_or(${bit}) FILTER (WHERE ${ofMask} AND c.priority = ${priority}::int AND NOT c.expired), 0)
          AS fresh_${suffix}`
    })
  })
  const folded = masks.map((mask) => {
    const name = (kind: string, priority: number) => Prisma.raw(`${kind}_${mask}_${priority}`)
    const better = (priority: number) =>
      priorities.filter((other) => other < priority).map((other) => Prisma.sql` & ~${name('has', other)}`)
    const present = priorities.map(
      (one) => Prisma.sql`(${name('fresh', one)}${Prisma.join([Prisma.empty, ...better(one)], '')})`,
    )
    const any = priorities.map((one) => Prisma.sql`${name('has', one)}`)
    const presentMask = Prisma.join(present, ' | ')
    return Prisma.sql`${presentMask} AS ${Prisma.raw(`present_${mask}`)},
      (${Prisma.join(any, ' | ')}) & ~(${presentMask}) AS ${Prisma.raw(`expired_${mask}`)}`
  })
  return Prisma.sql`
    WITH universe AS MATERIALIZED (${universeSql(labId, ground, sectorIds)}),
      people AS MATERIALIZED (SELECT DISTINCT hcp_id FROM universe),
      place AS (${placeSql(labId, ground)}),
      gathered AS (SELECT c.hcp_id, ${list(bits)} FROM (${candidatesSql(labId, questions)}) c GROUP BY c.hcp_id),
      settled AS (SELECT hcp_id, ${list(folded)} FROM gathered)`
}

const bitOf = (kind: 'present' | 'expired', ordinal: number) =>
  Prisma.sql`((s.${Prisma.raw(`${kind}_${Math.floor(ordinal / maskBits)}`)} >> ${ordinal % maskBits}::int) & 1)`

/** Completeness of every sector, question by question in the order given. */
export async function readCompleteness(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds?: readonly string[],
): Promise<SectorCompleteness[]> {
  if (questions.length === 0) {
    const sizes = await tx.$queryRaw<{ sector_id: string; hcps: bigint }[]>(Prisma.sql`
      SELECT u.sector_id, count(*) AS hcps FROM (${universeSql(labId, ground, sectorIds)}) u GROUP BY u.sector_id`)
    return sizes.map((row) => ({ sectorId: row.sector_id, hcps: Number(row.hcps), present: [], expired: [] }))
  }
  const sums = (kind: 'present' | 'expired') =>
    list(ordinals(questions.length).map((one) => Prisma.sql`coalesce(sum(${bitOf(kind, one)}), 0)::int`))
  const query = () =>
    tx.$queryRaw<{ sector_id: string; hcps: bigint; present: number[]; expired: number[] }[]>(Prisma.sql`
    ${settledSql(labId, ground, questions, sectorIds)}
    SELECT u.sector_id, count(*) AS hcps, ARRAY[${sums('present')}] AS present, ARRAY[${sums('expired')}] AS expired
    FROM universe u LEFT JOIN settled s ON s.hcp_id = u.hcp_id GROUP BY u.sector_id`)
  // A few sectors are looked up; the whole network is joined.
  const rows = await (sectorIds ? query() : asSets(tx, query))
  return rows.map((row) => ({
    sectorId: row.sector_id,
    hcps: Number(row.hcps),
    present: row.present,
    expired: row.expired,
  }))
}

export type HcpProgress = {
  hcpId: string
  sectorId: string
  name: string
  specialty: string | null
  place: string | null
  /** Ordinals of the questions answered and not expired. */
  present: number[]
  expired: number[]
}

const ordinalsOf = (masks: readonly bigint[]): number[] =>
  masks.flatMap((bits, mask) =>
    ordinals(maskBits)
      .filter((bit) => ((BigInt(bits) >> BigInt(bit)) & 1n) === 1n)
      .map((bit) => mask * maskBits + bit),
  )

/** The hcps of some sectors with what is answered about each, by name. */
export async function listProgress(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds: readonly string[],
): Promise<HcpProgress[]> {
  if (questions.length === 0) return []
  const columns = (kind: 'present' | 'expired') =>
    list(
      ordinals(Math.ceil(questions.length / maskBits)).map(
        (mask) => Prisma.sql`coalesce(s.${Prisma.raw(`${kind}_${mask}`)}, 0)`,
      ),
    )
  const rows = await tx.$queryRaw<
    {
      hcp_id: string
      sector_id: string
      title: string | null
      first_name: string
      last_name: string
      specialty: string | null
      place: string | null
      present: bigint[]
      expired: bigint[]
    }[]
  >(Prisma.sql`
    ${settledSql(labId, ground, questions, sectorIds)}
    SELECT u.hcp_id, u.sector_id, h.title, h.first_name, h.last_name, h.specialty, co.name AS place,
      ARRAY[${columns('present')}]::bigint[] AS present, ARRAY[${columns('expired')}]::bigint[] AS expired
    FROM (SELECT DISTINCT ON (hcp_id) hcp_id, sector_id FROM universe ORDER BY hcp_id, sector_id) u
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = u.hcp_id
    LEFT JOIN settled s ON s.hcp_id = u.hcp_id
    LEFT JOIN place p ON p.hcp_id = u.hcp_id
    LEFT JOIN practice pr ON pr.lab_id = ${labId}::uuid AND pr.id = p.practice_id
    LEFT JOIN commune co ON co.insee_code = pr.insee_code
    ORDER BY h.last_name, h.first_name, u.hcp_id`)
  return rows.map((row) => ({
    hcpId: row.hcp_id,
    sectorId: row.sector_id,
    name: [row.title, row.first_name, row.last_name].filter(Boolean).join(' '),
    specialty: row.specialty,
    place: row.place,
    present: ordinalsOf(row.present),
    expired: ordinalsOf(row.expired),
  }))
}

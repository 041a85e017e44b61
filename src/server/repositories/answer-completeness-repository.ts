import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { askedSql, candidatesSql, placeSql, type AskedQuestion } from './answer-query-repository.ts'
import { universeSql, type CycleGround } from './cycle-universe-repository.ts'

/** hcps of a sector, and how many of them have a question answered and not expired. */
export type SectorCompleteness = { sectorId: string; hcps: number; present: number[]; expired: number[] }

/** universe, asked, people, place and settled(hcp_id, ordinal, expired): one row an answered question of an hcp. */
function settledSql(
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds?: readonly string[],
): Prisma.Sql {
  const single = questions.every(({ sourceIds }) => sourceIds.length === 1)
  const candidates = candidatesSql(labId, questions)
  // With one source a question nothing competes: the grouping, which costs the most, is spared.
  const settled = single
    ? Prisma.sql`SELECT hcp_id, ordinal, expired FROM (${candidates}) c`
    : Prisma.sql`
      SELECT hcp_id, ordinal, min(priority) IS DISTINCT FROM min(priority) FILTER (WHERE NOT expired) AS expired
      FROM (${candidates}) c GROUP BY hcp_id, ordinal`
  return Prisma.sql`
    WITH universe AS MATERIALIZED (${universeSql(labId, ground, sectorIds)}),
      asked AS (${askedSql(questions)}),
      people AS MATERIALIZED (SELECT DISTINCT hcp_id FROM universe),
      place AS (${placeSql(labId, ground)}),
      settled AS (${settled})`
}

/** Completeness of every sector, question by question in the order given. */
export async function readCompleteness(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds?: readonly string[],
): Promise<SectorCompleteness[]> {
  const sizes = await tx.$queryRaw<{ sector_id: string; hcps: bigint }[]>(Prisma.sql`
    SELECT u.sector_id, count(*) AS hcps FROM (${universeSql(labId, ground, sectorIds)}) u GROUP BY u.sector_id`)
  const rows = questions.length
    ? await tx.$queryRaw<
        { sector_id: string; ordinal: number; present: bigint; expired: bigint }[]
      >(Prisma.sql`
        ${settledSql(labId, ground, questions, sectorIds)}
        SELECT u.sector_id, s.ordinal, count(*) FILTER (WHERE NOT s.expired) AS present,
          count(*) FILTER (WHERE s.expired) AS expired
        FROM settled s JOIN universe u ON u.hcp_id = s.hcp_id GROUP BY u.sector_id, s.ordinal`)
    : []
  const sectors = new Map<string, SectorCompleteness>()
  for (const { sector_id: sectorId, hcps } of sizes)
    sectors.set(sectorId, {
      sectorId,
      hcps: Number(hcps),
      present: questions.map(() => 0),
      expired: questions.map(() => 0),
    })
  for (const row of rows) {
    const sector = sectors.get(row.sector_id)
    if (!sector) continue
    sector.present[row.ordinal] = Number(row.present)
    sector.expired[row.ordinal] = Number(row.expired)
  }
  return [...sectors.values()]
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

/** The hcps of some sectors with what is answered about each, by name. */
export async function listProgress(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  sectorIds: readonly string[],
): Promise<HcpProgress[]> {
  const rows = await tx.$queryRaw<
    {
      hcp_id: string
      sector_id: string
      title: string | null
      first_name: string
      last_name: string
      specialty: string | null
      place: string | null
      present: number[]
      expired: number[]
    }[]
  >(Prisma.sql`
    ${settledSql(labId, ground, questions, sectorIds)},
      mine AS (
        SELECT hcp_id, array_agg(ordinal ORDER BY ordinal) FILTER (WHERE NOT expired) AS present,
          array_agg(ordinal ORDER BY ordinal) FILTER (WHERE expired) AS expired
        FROM settled GROUP BY hcp_id)
    SELECT u.hcp_id, u.sector_id, h.title, h.first_name, h.last_name, h.specialty, co.name AS place,
      coalesce(m.present, '{}') AS present, coalesce(m.expired, '{}') AS expired
    FROM (SELECT DISTINCT ON (hcp_id) hcp_id, sector_id FROM universe ORDER BY hcp_id, sector_id) u
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = u.hcp_id
    LEFT JOIN mine m ON m.hcp_id = u.hcp_id
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
    present: row.present,
    expired: row.expired,
  }))
}

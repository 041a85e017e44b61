import { Prisma } from '#src/generated/prisma/client.ts'
import type { CycleGround } from './cycle-universe-repository.ts'

export type CriterionLevel = 'HCP' | 'HCP_PRODUCT' | 'PRACTICE' | 'BRICK'

/** One thing asked about one hcp: a criterion, or a criterion about one product. */
export type AskedQuestion = {
  /** Code of the criterion, or `code:product code`. */
  key: string
  criterionId: string
  productId: string | null
  level: CriterionLevel
  /** Ids of the sources allowed, the one that wins first. */
  sourceIds: readonly string[]
  /** Answers observed before this day have expired; null = they never do. */
  cutoff: string | null
}

/** asked(ordinal, criterion_id, product_id, level, source_id, priority, cutoff): one row a question and source. */
export function askedSql(questions: readonly AskedQuestion[]): Prisma.Sql {
  const rows = questions.flatMap((question, ordinal) =>
    question.sourceIds.map((sourceId, priority) => ({ ...question, ordinal, sourceId, priority })),
  )
  return Prisma.sql`
    SELECT * FROM unnest(
      ${rows.map((row) => row.ordinal)}::int[], ${rows.map((row) => row.criterionId)}::uuid[],
      ${rows.map((row) => row.productId)}::uuid[], ${rows.map((row) => row.level)}::text[],
      ${rows.map((row) => row.sourceId)}::uuid[], ${rows.map((row) => row.priority)}::int[],
      ${rows.map((row) => row.cutoff)}::date[]
    ) AS asked(ordinal, criterion_id, product_id, level, source_id, priority, cutoff)`
}

const inForce = (alias: Prisma.Sql, day: string) =>
  Prisma.sql`${alias}.starts_on <= ${day}::date AND (${alias}.ends_before IS NULL OR ${alias}.ends_before > ${day}::date)`

/** place(hcp_id, practice_id, brick_id): the principal practice of each hcp of `people` and the brick it stands in. */
export function placeSql(labId: string, ground: CycleGround): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT ON (p.hcp_id) p.hcp_id, hp.practice_id, sb.brick_id
    FROM people p
    JOIN hcp_practice hp ON hp.lab_id = ${labId}::uuid AND hp.hcp_id = p.hcp_id AND hp.principal
      AND ${inForce(Prisma.sql`hp`, ground.day)}
    JOIN practice pr ON pr.lab_id = ${labId}::uuid AND pr.id = hp.practice_id
    LEFT JOIN brick_area ba ON ba.lab_id = ${labId}::uuid AND ba.insee_code = pr.insee_code
    LEFT JOIN sector_brick sb ON sb.lab_id = ${labId}::uuid AND sb.brick_id = ba.brick_id
      AND sb.network_id = ANY(${[...ground.networkIds]}::uuid[]) AND ${inForce(Prisma.sql`sb`, ground.day)}
    ORDER BY p.hcp_id, sb.brick_id NULLS LAST`
}

/**
 * Every answer that any allowed source gives to the questions about the hcps of `people`:
 * hcp_id, ordinal, priority, expired, and the answer's columns. Which one counts is the lowest priority's, whether or
 * not it has expired. `ofPeople` adds columns of `people p`. Needs `asked`, `people(hcp_id)` and, for practices or bricks, `place`.
 */
export function candidatesSql(
  labId: string,
  questions: readonly AskedQuestion[],
  ofPeople: Prisma.Sql = Prisma.empty,
): Prisma.Sql {
  const columns = Prisma.sql`q.ordinal, q.priority, coalesce(a.observed_on < q.cutoff, false) AS expired,
    a.id AS answer_id, a.state, a.number, a.option_code, a.text, a.observed_on, a.entered_at, a.source_id, a.observation_id`
  const from = Prisma.sql`FROM asked q
    JOIN answer a ON a.lab_id = ${labId}::uuid AND a.criterion_id = q.criterion_id AND a.source_id = q.source_id
      AND a.product_id IS NOT DISTINCT FROM q.product_id AND a.state <> 'WITHDRAWN'`
  const has = (...levels: CriterionLevel[]) => questions.some(({ level }) => levels.includes(level))
  const branches: Prisma.Sql[] = []
  if (has('HCP', 'HCP_PRODUCT') || questions.length === 0)
    branches.push(Prisma.sql`
      SELECT a.hcp_id, ${columns}, NULL::uuid AS practice_id, NULL::uuid AS brick_id ${ofPeople}
      ${from} AND q.level IN ('HCP', 'HCP_PRODUCT') JOIN people p ON p.hcp_id = a.hcp_id`)
  if (has('PRACTICE'))
    branches.push(Prisma.sql`
      SELECT p.hcp_id, ${columns}, a.practice_id, NULL::uuid AS brick_id ${ofPeople}
      ${from} AND q.level = 'PRACTICE' JOIN place l ON l.practice_id = a.practice_id JOIN people p ON p.hcp_id = l.hcp_id`)
  if (has('BRICK'))
    branches.push(Prisma.sql`
      SELECT p.hcp_id, ${columns}, NULL::uuid AS practice_id, a.brick_id ${ofPeople}
      ${from} AND q.level = 'BRICK' JOIN place l ON l.brick_id = a.brick_id JOIN people p ON p.hcp_id = l.hcp_id`)
  return Prisma.join(branches, ' UNION ALL ')
}

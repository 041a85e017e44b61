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
  /** Codes of a CHOICE, for those who read it as a rank. */
  optionCodes?: readonly string[]
}

type Asked = AskedQuestion & { ordinal: number }

const arrayText = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`

/**
 * q(ordinal, criterion_id, product_id, sources, cutoff, option_codes): one row a question. The sources stay together in
 * an array, and are looked up by a test that the planner expects to hold: it would take « this criterion » and « this
 * source » for independent, expect next to nothing, and hash the
 * answers rather than the people. OFFSET 0 keeps it from parsing the arrays again for each answer.
 */
function askedSql(questions: readonly Asked[]): Prisma.Sql {
  return Prisma.sql`(SELECT ordinal, criterion_id, product_id, sources::uuid[] AS sources, cutoff,
      option_codes::text[] AS option_codes
    FROM unnest(
      ${questions.map((one) => one.ordinal)}::int[], ${questions.map((one) => one.criterionId)}::uuid[],
      ${questions.map((one) => one.productId)}::uuid[], ${questions.map((one) => arrayText(one.sourceIds))}::text[],
      ${questions.map((one) => one.cutoff)}::date[],
      ${questions.map((one) => arrayText(one.optionCodes ?? []))}::text[]
    ) AS list(ordinal, criterion_id, product_id, sources, cutoff, option_codes) OFFSET 0) q`
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

/** Who a criterion of each level is answered for; one branch each, so that the planner's estimates hold. */
const branches: Record<CriterionLevel, { of: Prisma.Sql; people: Prisma.Sql }> = {
  HCP: {
    of: Prisma.sql`a.product_id IS NULL`,
    people: Prisma.sql`JOIN people p ON p.hcp_id = a.hcp_id`,
  },
  HCP_PRODUCT: {
    of: Prisma.sql`a.product_id = q.product_id`,
    people: Prisma.sql`JOIN people p ON p.hcp_id = a.hcp_id`,
  },
  PRACTICE: {
    of: Prisma.sql`a.product_id IS NULL`,
    people: Prisma.sql`JOIN place l ON l.practice_id = a.practice_id JOIN people p ON p.hcp_id = l.hcp_id`,
  },
  BRICK: {
    of: Prisma.sql`a.product_id IS NULL`,
    people: Prisma.sql`JOIN place l ON l.brick_id = a.brick_id JOIN people p ON p.hcp_id = l.hcp_id`,
  },
}

/**
 * Every answer that any allowed source gives to the questions about the hcps of `people`:
 * hcp_id, ordinal, priority, expired, and the answer's columns. Which one counts is the lowest priority's, whether or
 * not it has expired. `also` adds columns of `people p` or `q`. Needs `people(hcp_id)` and, for practices or bricks,
 * `place`.
 */
export function candidatesSql(
  labId: string,
  questions: readonly AskedQuestion[],
  also: Prisma.Sql = Prisma.empty,
): Prisma.Sql {
  const asked = questions.map((question, ordinal) => ({ ...question, ordinal }))
  const levels = [...new Set(questions.map(({ level }) => level))]
  const selects = levels.map((level) => {
    const { of, people } = branches[level]
    return Prisma.sql`
      SELECT p.hcp_id, q.ordinal, array_position(q.sources, a.source_id) AS priority, coalesce(a.observed_on < q.cutoff, false) AS expired, a.state, a.number,
        a.option_code, a.text, a.observed_on, a.entered_at, a.source_id, a.observation_id, a.practice_id, a.brick_id
        ${also}
      FROM ${askedSql(asked.filter((question) => question.level === level))}
      JOIN answer a ON a.lab_id = ${labId}::uuid AND a.criterion_id = q.criterion_id
        AND array_position(q.sources, a.source_id) IS NOT NULL
        AND ${of} AND a.state <> 'WITHDRAWN'
      ${people}`
  })
  return Prisma.join(selects, ' UNION ALL ')
}

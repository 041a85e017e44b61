import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { candidatesSql, placeSql, type AskedQuestion } from './answer-query-repository.ts'
import type { CycleGround } from './cycle-universe-repository.ts'
import { toDay } from './days.ts'

export type AnswerState = 'VALUE' | 'UNKNOWN' | 'NOT_APPLICABLE'

/** What counts for one hcp and one question, expired or not. */
export type EffectiveAnswer = {
  hcpId: string
  key: string
  state: AnswerState
  number: number | null
  optionCode: string | null
  text: string | null
  observedOn: string
  enteredAt: string
  expired: boolean
  sourceId: string
  /** Who entered it, where it was not imported. */
  memberId: string | null
  author: string | null
  /** Name of the practice or brick that it comes from. */
  inheritedFrom: string | null
  practiceId: string | null
}

type Row = {
  hcp_id: string
  ordinal: number
  expired: boolean
  state: AnswerState
  number: number | null
  option_code: string | null
  text: string | null
  observed_on: Date
  entered_at: Date
  source_id: string
  member_id: string | null
  author: string | null
  inherited_from: string | null
  practice_id: string | null
}

/** The effective answers of these hcps, those of their principal practice and brick included. */
export async function findEffectiveAnswers(
  tx: Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly AskedQuestion[],
  hcpIds: readonly string[],
): Promise<EffectiveAnswer[]> {
  if (questions.length === 0 || hcpIds.length === 0) return []
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`
    WITH people AS (SELECT unnest(${[...hcpIds]}::uuid[]) AS hcp_id),
      place AS (${placeSql(labId, ground)}),
      best AS (
        SELECT DISTINCT ON (c.hcp_id, c.ordinal) c.*
        FROM (${candidatesSql(labId, questions)}) c ORDER BY c.hcp_id, c.ordinal, c.priority)
    SELECT b.hcp_id, b.ordinal, b.expired, b.state, b.number, b.option_code, b.text, b.observed_on, b.entered_at,
      b.source_id, o.member_id, m.display_name AS author, coalesce(pr.name, br.label) AS inherited_from, b.practice_id
    FROM best b
    JOIN observation o ON o.lab_id = ${labId}::uuid AND o.id = b.observation_id
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = o.member_id
    LEFT JOIN practice pr ON pr.lab_id = ${labId}::uuid AND pr.id = b.practice_id
    LEFT JOIN brick br ON br.lab_id = ${labId}::uuid AND br.id = b.brick_id
    ORDER BY b.hcp_id, b.ordinal`)
  return rows.map((row) => ({
    hcpId: row.hcp_id,
    key: questions[row.ordinal]?.key ?? '',
    state: row.state,
    number: row.number,
    optionCode: row.option_code,
    text: row.text,
    observedOn: toDay(row.observed_on),
    enteredAt: row.entered_at.toISOString(),
    expired: row.expired,
    sourceId: row.source_id,
    memberId: row.member_id,
    author: row.author,
    inheritedFrom: row.inherited_from,
    practiceId: row.practice_id,
  }))
}

import { Prisma } from '#src/generated/prisma/client.ts'
import type { AnswerKind } from '#src/lib/answer-value.ts'
import { booleanColumn, codeColumn, numberColumn } from '#src/lib/columns/build-columns.ts'
import { missingDay, type Column } from '#src/lib/columns/column-types.ts'
import type { Bulk } from '../platform/bulk.ts'
import type { Tx } from '../platform/tx.ts'
import { candidatesSql, placeSql, type AskedQuestion } from './answer-query-repository.ts'
import type { CycleGround } from './cycle-universe-repository.ts'

type Row = { ordinal: number; rows: string; priorities: string; values: string }

const noPriority = 255

/**
 * Effective answers of many hcps as columns, by question key; row i is hcp i of `hcpIds`. Expired answers, « does not
 * know » and « not applicable » are missing. One pass of the answers: the sources of an hcp are told apart here, so that
 * the database has nothing to sort.
 */
export async function readAnswerColumns(
  reader: Bulk | Tx,
  labId: string,
  ground: CycleGround,
  questions: readonly (AskedQuestion & { kind: AnswerKind })[],
  hcpIds: readonly string[],
): Promise<Record<string, Column>> {
  const asked = questions.filter(({ kind }) => kind !== 'TEXT')
  if (asked.length === 0) return {}
  const needsPlace = asked.some(({ level }) => level === 'PRACTICE' || level === 'BRICK')
  const place = needsPlace ? Prisma.sql`place AS MATERIALIZED (${placeSql(labId, ground)}),` : Prisma.empty
  const statement = Prisma.sql`
    WITH people AS MATERIALIZED (
        SELECT hcp_id, row FROM unnest(${[...hcpIds]}::uuid[]) WITH ORDINALITY AS list(hcp_id, row)),
      ${place}
      candidates AS (${candidatesSql(labId, asked, Prisma.sql`, p.row`)})
    SELECT c.ordinal, string_agg((c.row - 1)::text, ',') AS rows, string_agg(c.priority::text, ',') AS priorities,
      string_agg(CASE WHEN c.expired OR c.state <> 'VALUE' THEN ''
        ELSE coalesce(c.number::text, c.option_code, c.text) END, ',') AS values
    FROM candidates c
    GROUP BY c.ordinal`
  const found =
    'copyOut' in reader
      ? await reader.query<Row>(statement.text, statement.values)
      : await reader.$queryRaw<Row[]>(statement)
  const byOrdinal = new Map(found.map((row) => [row.ordinal, row]))
  return Object.fromEntries(
    asked.map(({ key, kind }, ordinal) => [
      key,
      columnOf(kind, winners(byOrdinal.get(ordinal), hcpIds.length)),
    ]),
  )
}

/** The value of the best source of each row; null where there is none. */
function winners(found: Row | undefined, rows: number): (string | null)[] {
  const best = new Uint8Array(rows).fill(noPriority)
  const texts = Array.from<string | null>({ length: rows }).fill(null)
  if (!found) return texts
  const priorities = found.priorities.split(',')
  const values = found.values.split(',')
  found.rows.split(',').forEach((rowText, index) => {
    const row = Number(rowText)
    const priority = Number(priorities[index])
    if (priority >= (best[row] ?? noPriority)) return
    best[row] = priority
    texts[row] = values[index] || null
  })
  return texts
}

function columnOf(kind: AnswerKind, texts: readonly (string | null)[]): Column {
  switch (kind) {
    case 'CHOICE':
      return codeColumn(texts)
    case 'BOOLEAN':
      return booleanColumn(texts.map((text) => (text === null ? null : text === '1')))
    case 'DATE':
      return {
        kind: 'day',
        values: Int32Array.from(texts, (text) => (text === null ? missingDay : Number(text))),
      }
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
    case 'SCALE':
    case 'TEXT':
      return numberColumn(texts.map((text) => (text === null ? null : Number(text))))
  }
}

import { Prisma } from '#src/generated/prisma/client.ts'
import type { AnswerKind } from '#src/lib/answer-value.ts'
import { booleanColumn, codeColumn, numberColumn } from '#src/lib/columns/build-columns.ts'
import { missingDay, type Column } from '#src/lib/columns/column-types.ts'
import type { Bulk } from '../platform/bulk.ts'
import type { Tx } from '../platform/tx.ts'
import { candidatesSql, placeSql, type AskedQuestion } from './answer-query-repository.ts'
import type { CycleGround } from './cycle-universe-repository.ts'

type Row = { ordinal: number; places: Uint8Array; values: Uint8Array }

/** A place is a row and the priority of the source, in one integer: at most 20 sources a question. */
const priorities = 32

/**
 * Effective answers of many hcps as columns, by question key; row i is hcp i of `hcpIds`. Expired answers, « does not
 * know » and « not applicable » are missing. One pass of the answers: the sources of an hcp are told apart here, so that
 * the database has nothing to sort, and numbers travel in the binary form of arrays, so that none is written and read.
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
        SELECT hcp_id, row::int AS row FROM unnest(${[...hcpIds]}::uuid[]) WITH ORDINALITY AS list(hcp_id, row)),
      ${place}
      candidates AS (${candidatesSql(labId, asked, Prisma.sql`, p.row, q.option_codes`)})
    SELECT c.ordinal, array_send(array_agg((c.row - 1) * ${priorities}::int + c.priority)) AS places,
      array_send(array_agg(CASE WHEN c.expired OR c.state <> 'VALUE' THEN 'NaN'
        ELSE coalesce(c.number, array_position(c.option_codes, c.option_code), 'NaN') END::float8)) AS values
    FROM candidates c
    GROUP BY c.ordinal`
  const found =
    'copyOut' in reader
      ? await reader.query<Row>(statement.text, statement.values)
      : await reader.$queryRaw<Row[]>(statement)
  const byOrdinal = new Map(found.map((row) => [row.ordinal, row]))
  return Object.fromEntries(
    asked.map((question, ordinal) => [
      question.key,
      columnOf(question, winners(byOrdinal.get(ordinal), hcpIds.length)),
    ]),
  )
}

// The binary form of an array of one dimension: 20 bytes of header, then each element after its length in 4 bytes.
const headerBytes = 20
const lengthBytes = 4

/** The value of the best source of each row, NaN where there is none. */
function winners(found: Row | undefined, rows: number): Float64Array {
  const values = new Float64Array(rows).fill(NaN)
  if (!found) return values
  const best = new Uint8Array(rows).fill(priorities)
  const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const places = viewOf(found.places)
  const numbers = viewOf(found.values)
  const count = places.getInt32(12)
  for (let index = 0; index < count; index += 1) {
    const packed = places.getInt32(headerBytes + index * (lengthBytes + 4) + lengthBytes)
    const row = Math.floor(packed / priorities)
    const priority = packed % priorities
    if (priority >= (best[row] ?? 0)) continue
    best[row] = priority
    values[row] = numbers.getFloat64(headerBytes + index * (lengthBytes + 8) + lengthBytes)
  }
  return values
}

function columnOf(
  { kind, optionCodes = [] }: AskedQuestion & { kind: AnswerKind },
  values: Float64Array,
): Column {
  switch (kind) {
    case 'CHOICE':
      return codeColumn(Array.from(values, (rank) => optionCodes[rank - 1] ?? null))
    case 'BOOLEAN':
      return booleanColumn(Array.from(values, (value) => (Number.isNaN(value) ? null : value === 1)))
    case 'DATE':
      return {
        kind: 'day',
        values: Int32Array.from(values, (day) => (Number.isNaN(day) ? missingDay : day)),
      }
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
    case 'SCALE':
    case 'TEXT':
      return numberColumn(values)
  }
}

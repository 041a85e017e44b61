import type { Bulk } from '../platform/bulk.ts'
import {
  dropBadLines,
  lockSources,
  schemeSql,
  type ImportScope,
  type ImportTally,
  type ImportWriter,
} from './import-staging-repository.ts'

// Which column of the row the criterion's kind asks for, and what is wrong with the one that came.
const valueRule = `CASE
  WHEN c.id IS NULL OR r.state IS DISTINCT FROM 'VALUE' THEN NULL
  WHEN c.kind = 'CHOICE' THEN CASE WHEN o.code IS NULL THEN 'unknown-option' END
  WHEN c.kind = 'BOOLEAN' THEN CASE WHEN r.value_flag IS NULL THEN 'yes-no' END
  WHEN c.kind = 'DATE' THEN CASE WHEN r.value_day IS NULL THEN 'day' END
  WHEN c.kind = 'TEXT' THEN NULL
  WHEN r.value_number IS NULL THEN 'number'
  WHEN c.kind = 'PERCENT' AND r.value_number NOT BETWEEN 0 AND 100 THEN 'percent'
  WHEN c.kind = 'SCALE' AND (r.value_number NOT BETWEEN 0 AND 10 OR r.value_number <> trunc(r.value_number)) THEN 'scale'
  WHEN c.kind = 'INTEGER' AND (abs(r.value_number) > 9007199254740991 OR r.value_number <> trunc(r.value_number)) THEN 'whole-number'
END`

const productRule = `CASE
  WHEN c.level = 'HCP_PRODUCT' AND r.product IS NULL THEN 'product-needed'
  WHEN c.level = 'HCP' AND r.product IS NOT NULL THEN 'product-not-asked'
  WHEN r.product IS NOT NULL AND p.id IS NULL THEN 'unknown-product'
END`

const sameValue = (left: string, right: string) =>
  `${left}.state = ${right}.state AND ${left}.number IS NOT DISTINCT FROM ${right}.number
   AND ${left}.option_code IS NOT DISTINCT FROM ${right}.option_code AND ${left}.text IS NOT DISTINCT FROM ${right}.text`

const key = 'criterion_id, source_id, hcp_id, product_id'

async function resolve(bulk: Bulk, { labId, sourceId, today }: ImportScope): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_option ON COMMIT DROP AS
     SELECT DISTINCT ON (criterion_id, word) criterion_id, code, word FROM (
       SELECT o.criterion_id, o.code, o.rank, w.word, w.place FROM criterion_option o
       CROSS JOIN LATERAL (VALUES (lower(o.code), 1), (lower(o.labels ->> 'fr'), 2), (lower(o.labels ->> 'en'), 3)) w(word, place)
       WHERE o.lab_id = $1::uuid AND w.word IS NOT NULL) words
     ORDER BY criterion_id, word, place, rank`,
    [labId],
  )
  await bulk.query(
    `CREATE TEMP TABLE import_line ON COMMIT DROP AS
     SELECT r.line, r.id, i.hcp_id, c.id AS criterion_id, p.id AS product_id,
       CASE WHEN r.source IS NULL THEN $2::uuid ELSE s.id END AS source_id, r.state, r.observed_on,
       CASE WHEN c.kind = 'BOOLEAN' THEN r.value_flag::int::float8
         WHEN c.kind = 'DATE' THEN r.value_day - DATE '1970-01-01'
         WHEN c.kind IN ('NUMBER', 'INTEGER', 'PERCENT', 'SCALE') THEN r.value_number END AS number,
       o.code AS option_code,
       CASE c.kind WHEN 'TEXT' THEN r.value END AS text,
       ${valueRule} AS value_rule, ${productRule} AS product_rule,
       CASE WHEN c.level IN ('PRACTICE', 'BRICK') THEN 'level' WHEN c.retired_at IS NOT NULL THEN 'retired' END AS criterion_rule
     FROM import_row r
     LEFT JOIN criterion c ON c.lab_id = $1::uuid AND c.code = r.criterion
     LEFT JOIN hcp_identifier i ON i.lab_id = $1::uuid AND i.scheme = ${schemeSql('r')} AND i.value = r.identifier
     LEFT JOIN product p ON p.lab_id = $1::uuid AND p.code = r.product
     LEFT JOIN source s ON s.lab_id = $1::uuid AND s.code = r.source
     LEFT JOIN import_option o ON c.kind = 'CHOICE' AND r.state = 'VALUE' AND o.criterion_id = c.id AND o.word = lower(r.value)`,
    [labId, sourceId],
  )
  await bulk.query(
    `INSERT INTO import_error
     SELECT l.line, e.column_key, e.rule, e.value FROM import_line l
     JOIN import_row r USING (line)
     CROSS JOIN LATERAL (VALUES
       ('identifier', CASE WHEN l.hcp_id IS NULL AND r.identifier IS NOT NULL THEN 'unknown-hcp' END, r.identifier),
       ('criterion', CASE WHEN l.criterion_id IS NULL AND r.criterion IS NOT NULL THEN 'unknown-criterion' ELSE l.criterion_rule END, r.criterion),
       ('value', l.value_rule, r.value),
       ('product', l.product_rule, r.product),
       ('source', CASE WHEN l.source_id IS NULL THEN CASE WHEN r.source IS NULL THEN 'source-needed' ELSE 'unknown-source' END END, r.source),
       ('observedOn', CASE WHEN l.observed_on > $1::date THEN 'future-day' END, l.observed_on::text)) e(column_key, rule, value)
     WHERE e.rule IS NOT NULL AND (l.hcp_id IS NULL OR l.criterion_id IS NULL OR l.criterion_rule IS NOT NULL
       OR l.value_rule IS NOT NULL OR l.product_rule IS NOT NULL OR l.source_id IS NULL OR l.observed_on > $1::date)`,
    [today],
  )
  // The same question answered twice for one day: once is enough, two values are a contradiction.
  await bulk.query(
    `CREATE TEMP TABLE import_twice ON COMMIT DROP AS
     SELECT line, count(*) OVER w > 1 AND row_number() OVER w > 1 AS again, first_value(line) OVER w AS first_line
     FROM import_line JOIN (SELECT ${key}, observed_on FROM import_line WHERE value_rule IS NULL GROUP BY ${key}, observed_on HAVING count(*) > 1) d
       USING (criterion_id, source_id, hcp_id, observed_on)
     WHERE import_line.product_id IS NOT DISTINCT FROM d.product_id
     WINDOW w AS (PARTITION BY criterion_id, source_id, hcp_id, import_line.product_id, observed_on ORDER BY line
       ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)`,
  )
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, 'value', 'contradicts', t.first_line::text FROM import_twice t
    JOIN import_line l USING (line) JOIN import_line f ON f.line = t.first_line
    WHERE t.again AND NOT (${sameValue('l', 'f')})`)
}

async function plan(bulk: Bulk, scope: ImportScope): Promise<ImportTally> {
  if (scope.writes) await lockSources(bulk, scope.labId, scope.sourceId)
  await resolve(bulk, scope)
  await dropBadLines(bulk, 'import_line')
  const repeated = await bulk.query(
    `DELETE FROM import_line l USING import_twice t WHERE t.line = l.line AND t.again RETURNING l.line`,
  )
  await bulk.query('ANALYZE import_line (line, hcp_id)')
  await bulk.query(
    `CREATE TEMP TABLE import_same ON COMMIT DROP AS
     SELECT line FROM (
       SELECT DISTINCT ON (l.line) l.line, ${sameValue('o', 'l')} AS same
       FROM import_line l JOIN observation o ON o.lab_id = $1::uuid AND o.hcp_id = l.hcp_id AND o.criterion_id = l.criterion_id
         AND o.source_id = l.source_id AND o.observed_on = l.observed_on AND o.product_id IS NOT DISTINCT FROM l.product_id
       ORDER BY l.line, o.entered_at DESC, o.id DESC) latest
     WHERE same`,
    [scope.labId],
  )
  const [tally] = await bulk.query<{ rows: number; unchanged: number; known: number }>(
    `SELECT (SELECT count(*) FROM import_line)::int AS rows, (SELECT count(*) FROM import_same)::int AS unchanged,
       (SELECT count(*) FROM import_line l JOIN answer a ON a.lab_id = $1::uuid AND a.hcp_id = l.hcp_id AND a.criterion_id = l.criterion_id
         AND a.source_id = l.source_id AND a.product_id IS NOT DISTINCT FROM l.product_id
         WHERE NOT EXISTS (SELECT FROM import_same s WHERE s.line = l.line))::int AS known`,
    [scope.labId],
  )
  const { rows = 0, unchanged = 0, known = 0 } = tally ?? {}
  return { new: rows - unchanged - known, changed: known, unchanged, repeated: repeated.length, details: {} }
}

async function write(
  bulk: Bulk,
  { labId, memberId, importId, now }: ImportScope,
): Promise<Record<string, number>> {
  const [several] = await bulk.query<{ several: boolean }>(
    `SELECT EXISTS (SELECT FROM import_line GROUP BY ${key} HAVING count(*) > 1) AS several`,
  )
  const latest = several?.several
    ? `SELECT DISTINCT ON (${key}) * FROM fresh ORDER BY ${key}, observed_on DESC, line DESC`
    : 'SELECT * FROM fresh'
  await bulk.query(
    `WITH fresh AS NOT MATERIALIZED (
       SELECT l.* FROM import_line l WHERE NOT EXISTS (SELECT FROM import_same s WHERE s.line = l.line)),
     written AS (
       INSERT INTO observation (lab_id, id, criterion_id, option_code, hcp_id, product_id, source_id, import_id, member_id, state, number, text,
         observed_on, entered_at, created_by)
       SELECT $1::uuid, id, criterion_id, option_code, hcp_id, product_id, source_id, $2::uuid, NULL, state, number, text,
         observed_on, $3::timestamptz, $4::uuid FROM fresh)
     INSERT INTO answer AS a (lab_id, id, criterion_id, source_id, hcp_id, product_id, observation_id, state, number, option_code, text,
       observed_on, entered_at, created_by)
     SELECT $1::uuid, id, criterion_id, source_id, hcp_id, product_id, id, state, number, option_code, text,
       observed_on, $3::timestamptz, $4::uuid FROM (${latest}) latest
     ON CONFLICT (lab_id, criterion_id, source_id, hcp_id, practice_id, brick_id, product_id) DO UPDATE SET
       observation_id = excluded.observation_id, state = excluded.state, number = excluded.number, option_code = excluded.option_code,
       text = excluded.text, observed_on = excluded.observed_on, entered_at = excluded.entered_at
     WHERE (a.observed_on, a.entered_at) <= (excluded.observed_on, excluded.entered_at)`,
    [labId, importId, now, memberId],
  )
  return {}
}

export const observationImport: ImportWriter = { plan, write }

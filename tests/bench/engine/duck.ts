import { DuckDBInstance, version, type DuckDBConnection } from '@duckdb/node-api'
import { versions } from '../results.ts'
import * as people from './people.ts'

/** What both sides answer, by hcp: segment (−1 excluded, 10 unqualified), visits and mails served. */
export type Outcome = { segments: Int32Array; visits: Int32Array; mails: Int32Array }

const axisSql = (terms: readonly { criterion: string; weight: number }[]): string => {
  const sum = terms.map(({ criterion, weight }) => `coalesce(${weight} * ${criterion}, 0)`).join(' + ')
  const present = terms
    .map(({ criterion, weight }) => `CASE WHEN ${criterion} IS NULL THEN 0 ELSE ${weight} END`)
    .join(' + ')
  const all = terms.reduce((total, { weight }) => total + weight, 0)
  return `CASE WHEN (${present}) * 2 >= ${all} THEN (${sum}) / (${present}) END`
}

const segmentNumber = (code: string | null) => people.segmentCodes.findIndex((one) => one === code)

const cellSql = people.cells
  .flatMap((line, abc) =>
    line.map((code, quintile) => `WHEN abc = ${abc} AND quintile = ${quintile} THEN ${segmentNumber(code)}`),
  )
  .join(' ')

const ruleSql = people.rules.map(({ segment, sql }) => `WHEN ${sql} THEN ${segmentNumber(segment)}`).join(' ')

const gridSql = people.segmentCodes
  .map((code, index) => `(${index}, ${people.visits[code] ?? 0}, ${people.mails[code] ?? 0})`)
  .join(', ')

/**
 * The same work as one statement. Axis values that are equal enter an ABC class together (RANGE window); all visits
 * weigh the same, so that serving by priority is a running sum cut at the capacity. DuckDB's interpolation between two
 * equal values may end above both: cuts are taken down by less than any two values differ.
 */
const workSql = `
  CREATE OR REPLACE TABLE result AS
  WITH axes AS (SELECT *, ${axisSql(people.potentialTerms)} AS potential, ${axisSql(people.affinityTerms)} AS affinity FROM hcp),
    totals AS (SELECT sum(greatest(potential, 0)) AS volume,
      list_transform(quantile_cont(affinity, [0.8, 0.6, 0.4, 0.2]), lambda cut : floor(cut * 1e9) / 1e9) AS cuts FROM axes),
    levels AS (SELECT potential, sum(sum(greatest(potential, 0))) OVER (ORDER BY potential DESC) AS volume,
        row_number() OVER (ORDER BY potential DESC) AS place
      FROM axes WHERE potential IS NOT NULL GROUP BY potential),
    abc AS (SELECT l.potential, CASE WHEN l.place = 1 THEN 0 ELSE (l.volume * 10000 > 8000 * t.volume)::INT
        + (l.volume * 10000 > 9500 * t.volume)::INT END AS abc FROM levels l, totals t),
    classes AS (SELECT a.*, b.abc, CASE WHEN a.affinity >= t.cuts[1] THEN 0 WHEN a.affinity >= t.cuts[2] THEN 1
        WHEN a.affinity >= t.cuts[3] THEN 2 WHEN a.affinity >= t.cuts[4] THEN 3 WHEN a.affinity IS NOT NULL THEN 4 END AS quintile
      FROM axes a CROSS JOIN totals t LEFT JOIN abc b ON b.potential = a.potential),
    segmented AS (SELECT id, sector, potential, CASE ${ruleSql} ${cellSql} ELSE 10 END AS segment FROM classes),
    wanted AS (SELECT s.*, coalesce(g.visits, 0) AS wanted, coalesce(g.mails, 0) AS mails FROM segmented s
      LEFT JOIN (VALUES ${gridSql}) g(segment, visits, mails) ON g.segment = s.segment),
    queued AS (SELECT *, coalesce(sum(wanted) OVER (PARTITION BY sector ORDER BY segment, potential DESC NULLS LAST, id
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS before FROM wanted)
  SELECT q.id, q.segment, CASE WHEN wanted = 0 THEN 0
      ELSE least(wanted, greatest(k.capacity // ${people.visitLoadMilli} - before, 0)) END AS visits, q.mails
  FROM queued q JOIN capacity k ON k.sector = q.sector`

/** The hcps in a database in memory, one thread a core. */
export async function openDuck(
  values: Readonly<Record<string, Float64Array>>,
  capacities: readonly number[],
): Promise<DuckDBConnection> {
  versions.set('DuckDB', version().replace(/^v/, ''))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const names = people.criteria
  await connection.run(
    `CREATE TABLE hcp (id INTEGER, sector INTEGER, ${names.map((name) => `${name} DOUBLE`).join(', ')})`,
  )
  const appender = await connection.createAppender('hcp')
  const rows = values['c1']?.length ?? 0
  for (let row = 0; row < rows; row += 1) {
    appender.appendInteger(row)
    appender.appendInteger(people.sectorOf(row))
    for (const name of names) {
      const value = values[name]?.[row] ?? NaN
      if (Number.isNaN(value)) appender.appendNull()
      else appender.appendDouble(value)
    }
    appender.endRow()
  }
  appender.closeSync()
  await connection.run('CREATE TABLE capacity (sector INTEGER, capacity BIGINT)')
  await connection.run(
    `INSERT INTO capacity VALUES ${capacities.map((capacity, sector) => `(${sector}, ${capacity})`).join(', ')}`,
  )
  return connection
}

export const duckWork = (connection: DuckDBConnection) => connection.run(workSql)

export async function duckOutcome(connection: DuckDBConnection): Promise<Outcome> {
  const reader = await connection.runAndReadAll(
    'SELECT segment::INT, visits::INT, mails::INT FROM result ORDER BY id',
  )
  const [segments = [], visits = [], mails = []] = reader.getColumns().map((column) => column.map(Number))
  return {
    segments: Int32Array.from(segments),
    visits: Int32Array.from(visits),
    mails: Int32Array.from(mails),
  }
}

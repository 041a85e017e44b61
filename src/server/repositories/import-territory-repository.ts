import type { Bulk } from '../platform/bulk.ts'
import { assignSectors } from './geography-repository.ts'
import {
  derivedId,
  dropBadLines,
  fiveDigits,
  type ImportScope,
  type ImportTally,
  type ImportWriter,
} from './import-staging-repository.ts'

// A word of the file is a code, else a name, else the code of something new; letters' case does not count.
const place = (
  table: 'network' | 'region' | 'sector',
  within: string,
  word: string,
  name: string,
  key: string,
) => `
  SELECT w.*, found.id IS NULL AS is_new, coalesce(found.id, ${derivedId('w.seed')}) AS made_id, found.name AS present_name
  FROM (SELECT ${key}, min(${word}) AS word, max(${name}) AS name, min(id::text)::uuid AS seed, min(line) AS line
    FROM import_named GROUP BY ${key}) w
  LEFT JOIN LATERAL (SELECT t.id, t.name FROM ${table} t
    WHERE t.lab_id = $1::uuid AND ${within} lower(w.word) IN (lower(t.code), lower(t.name))
    ORDER BY lower(t.code) = lower(w.word) DESC, t.id LIMIT 1) found ON true`

async function resolvePlaces(bulk: Bulk, labId: string): Promise<void> {
  await bulk.query(`CREATE TEMP TABLE import_named ON COMMIT DROP AS
    SELECT line, id, network, network_name, region, region_name, sector, sector_name, ${fiveDigits('insee_code')} AS insee_code,
      lower(network) AS network_key, lower(network) || chr(31) || lower(region) AS region_key,
      lower(network) || chr(31) || lower(sector) AS sector_key
    FROM import_row WHERE network IS NOT NULL AND region IS NOT NULL AND sector IS NOT NULL`)
  await bulk.query(
    `CREATE TEMP TABLE import_network ON COMMIT DROP AS ${place('network', '', 'network', 'network_name', 'network_key')}`,
    [labId],
  )
  for (const level of ['region', 'sector'] as const) {
    const within = `t.network_id = (SELECT n.made_id FROM import_network n WHERE n.network_key = split_part(w.${level}_key, chr(31), 1)) AND`
    await bulk.query(
      `CREATE TEMP TABLE import_${level}_place ON COMMIT DROP AS ${place(level, within, level, `${level}_name`, `${level}_key`)}`,
      [labId],
    )
  }
}

/** One row a line: the sector wanted for a commune of a network, and what holds it today. */
async function resolveLines(bulk: Bulk, scope: ImportScope): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_line ON COMMIT DROP AS
     SELECT m.line, m.id, m.insee_code, c.name AS commune_name, n.made_id AS network_id, r.made_id AS region_id, s.made_id AS sector_id,
       s.is_new AS sector_is_new, m.region, m.sector_key, b.id AS brick_id
     FROM import_named m
     JOIN import_network n USING (network_key)
     JOIN import_region_place r USING (region_key)
     JOIN import_sector_place s USING (sector_key)
     LEFT JOIN commune c ON c.insee_code = m.insee_code
     LEFT JOIN brick b ON b.lab_id = $1::uuid AND b.scheme = 'OWN' AND b.code = m.insee_code`,
    [scope.labId],
  )
  await bulk.query(`INSERT INTO import_error
    SELECT line, 'inseeCode', 'unknown-commune', insee_code FROM import_line WHERE insee_code IS NOT NULL AND commune_name IS NULL`)
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, 'region', 'two-regions', l.region FROM import_line l
    JOIN (SELECT sector_key, (array_agg(region_id ORDER BY line))[1] AS region_id FROM import_line GROUP BY sector_key) f USING (sector_key)
    WHERE l.region_id <> f.region_id`)
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, 'inseeCode', 'commune-twice', l.insee_code FROM import_line l
    JOIN (SELECT network_id, insee_code, (array_agg(sector_id ORDER BY line))[1] AS sector_id FROM import_line
      GROUP BY network_id, insee_code) f USING (network_id, insee_code)
    WHERE l.sector_id <> f.sector_id`)
  // A commune inside somebody else's brick (a UGA) moves with that brick, not alone.
  await bulk.query(
    `INSERT INTO import_error
     SELECT DISTINCT l.line, 'inseeCode', 'commune-in-brick', b.code FROM import_line l
     JOIN brick_area a ON a.lab_id = $1::uuid AND a.insee_code = l.insee_code
     JOIN brick b ON b.lab_id = $1::uuid AND b.id = a.brick_id AND b.scheme <> 'OWN'
     JOIN sector_brick sb ON sb.lab_id = $1::uuid AND sb.brick_id = b.id AND sb.network_id = l.network_id
       AND sb.sector_id <> l.sector_id AND (sb.ends_before IS NULL OR sb.ends_before > $2::date)`,
    [scope.labId, scope.startsOn],
  )
}

async function plan(bulk: Bulk, scope: ImportScope): Promise<ImportTally> {
  await resolvePlaces(bulk, scope.labId)
  await resolveLines(bulk, scope)
  await dropBadLines(bulk, 'import_line')
  await bulk.query(
    `CREATE TEMP TABLE import_brick ON COMMIT DROP AS
     SELECT l.insee_code, l.commune_name, l.brick_id IS NULL AS is_new, coalesce(l.brick_id, ${derivedId('l.id')}) AS brick_id
     FROM (SELECT insee_code, min(commune_name) AS commune_name, min(brick_id::text)::uuid AS brick_id, min(id::text)::uuid AS id
       FROM import_line WHERE insee_code IS NOT NULL GROUP BY insee_code) l`,
  )
  await bulk.query(
    `CREATE TEMP TABLE import_move ON COMMIT DROP AS
     SELECT l.network_id, l.sector_id, b.brick_id, l.id, l.line,
       EXISTS (SELECT FROM sector_brick sb WHERE sb.lab_id = $1::uuid AND sb.network_id = l.network_id AND sb.brick_id = b.brick_id
         AND (sb.ends_before IS NULL OR sb.ends_before > $2::date)) AS held,
       EXISTS (SELECT FROM sector_brick sb WHERE sb.lab_id = $1::uuid AND sb.network_id = l.network_id AND sb.brick_id = b.brick_id
         AND sb.sector_id = l.sector_id AND sb.starts_on <= $2::date AND sb.ends_before IS NULL) AS same
     FROM (SELECT DISTINCT ON (network_id, insee_code) * FROM import_line WHERE insee_code IS NOT NULL
       ORDER BY network_id, insee_code, line) l
     JOIN import_brick b USING (insee_code)`,
    [scope.labId, scope.startsOn],
  )
  const [tally] = await bulk.query<Record<string, number>>(`
    SELECT (SELECT count(*) FILTER (WHERE NOT held) FROM import_move)::int AS new,
      (SELECT count(*) FILTER (WHERE held AND NOT same) FROM import_move)::int AS changed,
      (SELECT count(*) FILTER (WHERE same) FROM import_move)::int AS unchanged,
      (SELECT count(*) FILTER (WHERE insee_code IS NOT NULL) FROM import_line)::int - (SELECT count(*) FROM import_move)::int AS repeated,
      (SELECT count(DISTINCT network_id) FROM import_line l WHERE EXISTS (SELECT FROM import_network n WHERE n.made_id = l.network_id AND n.is_new))::int AS networks,
      (SELECT count(DISTINCT region_id) FROM import_line l WHERE EXISTS (SELECT FROM import_region_place r WHERE r.made_id = l.region_id AND r.is_new))::int AS regions,
      (SELECT count(DISTINCT sector_id) FROM import_line WHERE sector_is_new)::int AS sectors`)
  const { networks = 0, regions = 0, sectors = 0, ...counts } = tally ?? {}
  return { new: 0, changed: 0, unchanged: 0, repeated: 0, ...counts, details: { networks, regions, sectors } }
}

async function writePlaces(bulk: Bulk, { labId, memberId, startsOn }: ImportScope): Promise<void> {
  const used = (table: string, column: string) =>
    `EXISTS (SELECT FROM import_line l WHERE l.${column} = ${table}.made_id)`
  await bulk.query(
    `INSERT INTO network (lab_id, id, code, name, created_by)
     SELECT $1::uuid, n.made_id, n.word, coalesce(n.name, n.word), $2::uuid FROM import_network n WHERE n.is_new AND ${used('n', 'network_id')}`,
    [labId, memberId],
  )
  await bulk.query(
    `INSERT INTO region (lab_id, id, network_id, code, name, created_by)
     SELECT $1::uuid, r.made_id, n.made_id, r.word, coalesce(r.name, r.word), $2::uuid
     FROM import_region_place r JOIN import_network n ON n.network_key = split_part(r.region_key, chr(31), 1)
     WHERE r.is_new AND ${used('r', 'region_id')}`,
    [labId, memberId],
  )
  await bulk.query(
    `INSERT INTO sector (lab_id, id, network_id, region_id, code, name, time_zone, starts_on, created_by)
     SELECT DISTINCT ON (s.made_id) $1::uuid, s.made_id, l.network_id, l.region_id, s.word, coalesce(s.name, s.word), lab.time_zone, $3::date, $2::uuid
     FROM import_sector_place s JOIN import_line l ON l.sector_id = s.made_id JOIN lab ON lab.id = $1::uuid
     WHERE s.is_new`,
    [labId, memberId, startsOn],
  )
  for (const [table, places] of [
    ['network', 'import_network'],
    ['region', 'import_region_place'],
    ['sector', 'import_sector_place'],
  ])
    await bulk.query(
      `UPDATE ${table} t SET name = p.name FROM ${places} p
       WHERE t.lab_id = $1::uuid AND t.id = p.made_id AND NOT p.is_new AND p.name IS NOT NULL AND t.name <> p.name`,
      [labId],
    )
  await bulk.query(
    `UPDATE sector s SET region_id = l.region_id, starts_on = least(s.starts_on, $2::date)
     FROM (SELECT DISTINCT sector_id, region_id FROM import_line) l
     WHERE s.lab_id = $1::uuid AND s.id = l.sector_id AND (s.region_id <> l.region_id OR s.starts_on > $2::date)`,
    [labId, startsOn],
  )
}

async function write(bulk: Bulk, scope: ImportScope): Promise<Record<string, number>> {
  const { labId, memberId, startsOn } = scope
  await writePlaces(bulk, scope)
  await bulk.query(
    `INSERT INTO brick (lab_id, id, scheme, code, label, created_by)
     SELECT $1::uuid, brick_id, 'OWN', insee_code, commune_name, $2::uuid FROM import_brick WHERE is_new`,
    [labId, memberId],
  )
  await bulk.query(
    `INSERT INTO brick_area (lab_id, brick_id, insee_code, created_by)
     SELECT $1::uuid, brick_id, insee_code, $2::uuid FROM import_brick ON CONFLICT DO NOTHING`,
    [labId, memberId],
  )
  const moving = `sb.lab_id = $1::uuid AND sb.network_id = m.network_id AND sb.brick_id = m.brick_id AND NOT m.same`
  await bulk.query(
    `DELETE FROM sector_brick sb USING import_move m WHERE ${moving} AND sb.starts_on >= $2::date`,
    [labId, startsOn],
  )
  await bulk.query(
    `UPDATE sector_brick sb SET ends_before = $2::date FROM import_move m
     WHERE ${moving} AND (sb.ends_before IS NULL OR sb.ends_before > $2::date)`,
    [labId, startsOn],
  )
  await bulk.query(
    `INSERT INTO sector_brick (lab_id, id, network_id, sector_id, brick_id, starts_on, created_by)
     SELECT $1::uuid, id, network_id, sector_id, brick_id, $2::date, $3::uuid FROM import_move WHERE NOT same`,
    [labId, startsOn, memberId],
  )
  const { opened, closed } = await assignSectors(bulk, labId, startsOn)
  return { sectorsOpened: opened, sectorsClosed: closed }
}

export const territoryImport: ImportWriter = { plan, write }

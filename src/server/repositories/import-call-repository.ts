import type { Bulk } from '../platform/bulk.ts'
import {
  dropBadLines,
  resolveSectors,
  schemeSql,
  type ImportScope,
  type ImportTally,
  type ImportWriter,
} from './import-staging-repository.ts'

/** `import_products`: each list of codes that the file holds, once, as ids in its order. */
const resolveProducts = (bulk: Bulk, labId: string) =>
  bulk.query(
    `CREATE TEMP TABLE import_products ON COMMIT DROP AS
     SELECT w.products, array_agg(p.id ORDER BY u.place) AS product_ids, bool_or(p.id IS NULL) AS unknown,
       count(DISTINCT p.id) < count(p.id) AS twice
     FROM (SELECT DISTINCT products FROM import_row WHERE products IS NOT NULL) w
     CROSS JOIN LATERAL unnest(string_to_array(w.products, '|')) WITH ORDINALITY AS u(code, place)
     LEFT JOIN product p ON p.lab_id = $1::uuid AND lower(p.code) = lower(trim(u.code))
     GROUP BY w.products`,
    [labId],
  )

/**
 * Where no sector is written: the main sector of the hcp on that day, else (the directory does not go back so far) the
 * first that is known. An hcp of several networks: the network written, or the one where the rep works.
 */
async function resolveMainSectors(bulk: Bulk, labId: string): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_main ON COMMIT DROP AS
     SELECT DISTINCT ON (line) line, network_id, sector_id, that_day AND rivals > 1 AS undecided FROM (
       SELECT c.*, count(*) OVER (PARTITION BY line, that_day, works) AS rivals FROM (
         SELECT l.line, hs.network_id, hs.sector_id, hs.starts_on, hs.starts_on <= l.day AS that_day,
           several.networks > 1 AND l.member_id IS NOT NULL AND EXISTS (SELECT FROM sector_assignment a WHERE a.lab_id = $1::uuid
             AND a.member_id = l.member_id AND a.sector_id = hs.sector_id AND a.starts_on <= l.day
             AND (a.ends_before IS NULL OR a.ends_before > l.day)) AS works
         FROM import_line l
         CROSS JOIN (SELECT count(*) AS networks FROM network WHERE lab_id = $1::uuid) several
         JOIN hcp_sector hs ON hs.lab_id = $1::uuid AND hs.hcp_id = l.hcp_id AND hs.main AND (hs.ends_before IS NULL OR hs.ends_before > l.day)
         WHERE l.sector_id IS NULL AND NOT l.sector_said AND (l.network IS NULL OR hs.network_id = (SELECT n.id FROM network n
           WHERE n.lab_id = $1::uuid AND lower(l.network) IN (lower(n.code), lower(n.name)) ORDER BY n.id LIMIT 1))) c) ranked
     ORDER BY line, that_day DESC, works DESC, starts_on, sector_id`,
    [labId],
  )
  await bulk.query(`UPDATE import_line l SET network_id = m.network_id, sector_id = m.sector_id FROM import_main m
    WHERE m.line = l.line AND NOT m.undecided`)
}

async function resolve(bulk: Bulk, { labId, sourceId, today }: ImportScope): Promise<void> {
  await resolveSectors(bulk, labId)
  await resolveProducts(bulk, labId)
  await bulk.query(
    `CREATE TEMP TABLE import_line ON COMMIT DROP AS
     SELECT r.line, r.external_id, i.hcp_id, r.day, c.id AS channel_id, coalesce(r.outcome, 'DONE') AS outcome, m.id AS member_id,
       r.sector IS NOT NULL AS sector_said, r.network, coalesce(x.sector_id, CASE WHEN k.hcp_id = i.hcp_id AND k.day = r.day AND r.sector IS NULL
         THEN k.sector_id END) AS sector_id, coalesce(x.network_id, CASE WHEN k.hcp_id = i.hcp_id AND k.day = r.day AND r.sector IS NULL
         THEN k.network_id END) AS network_id,
       p.product_ids, coalesce(k.id, r.id) AS id, k.id IS NULL AS is_new, false AS changed
     FROM import_row r
     LEFT JOIN hcp_identifier i ON i.lab_id = $1::uuid AND i.scheme = ${schemeSql('r')} AND i.value = r.identifier
     LEFT JOIN channel c ON c.lab_id = $1::uuid AND lower(c.code) = lower(r.channel)
     LEFT JOIN member m ON m.lab_id = $1::uuid AND m.email = lower(r.rep_email)
     LEFT JOIN import_sector x ON x.sector = r.sector AND x.network IS NOT DISTINCT FROM r.network
     LEFT JOIN import_products p ON p.products = r.products
     LEFT JOIN call k ON k.lab_id = $1::uuid AND k.source_id = $2::uuid AND k.external_id = r.external_id`,
    [labId, sourceId],
  )
  await resolveMainSectors(bulk, labId)
  await bulk.query(
    `INSERT INTO import_error
     SELECT l.line, e.column_key, e.rule, e.value FROM import_line l JOIN import_row r USING (line)
     LEFT JOIN import_sector x ON x.sector = r.sector AND x.network IS NOT DISTINCT FROM r.network
     LEFT JOIN import_products p ON p.products = r.products
     LEFT JOIN import_main m ON m.line = l.line
     CROSS JOIN LATERAL (VALUES
       ('identifier', CASE WHEN l.hcp_id IS NULL AND r.identifier IS NOT NULL THEN 'unknown-hcp' END, r.identifier),
       ('channel', CASE WHEN l.channel_id IS NULL AND r.channel IS NOT NULL THEN 'unknown-channel' END, r.channel),
       ('repEmail', CASE WHEN l.member_id IS NULL AND r.rep_email IS NOT NULL THEN 'unknown-member' END, r.rep_email),
       ('products', CASE WHEN p.unknown THEN 'unknown-product' WHEN p.twice THEN 'product-twice' END, r.products),
       ('day', CASE WHEN l.day > $1::date AND l.outcome IN ('DONE', 'REFUSED', 'ABSENT') THEN 'future-day' END, l.day::text),
       ('sector', CASE WHEN l.sector_id IS NOT NULL OR l.hcp_id IS NULL OR l.day IS NULL THEN NULL
         WHEN x.found = 0 THEN 'unknown-sector' WHEN x.found > 1 THEN 'ambiguous-sector'
         WHEN m.undecided THEN 'sector-needed' ELSE 'no-sector' END, coalesce(r.sector, ''))) e(column_key, rule, value)
     WHERE e.rule IS NOT NULL AND (l.hcp_id IS NULL OR l.channel_id IS NULL OR l.sector_id IS NULL OR p.unknown OR p.twice
       OR l.day > $1::date OR l.member_id IS NULL AND r.rep_email IS NOT NULL)`,
    [today],
  )
  // The same call twice: once is enough, two stories are a contradiction.
  await bulk.query(`CREATE TEMP TABLE import_twice ON COMMIT DROP AS
    SELECT l.line, f.line AS first_line FROM import_line l JOIN (
      SELECT external_id, min(line) AS line FROM import_line GROUP BY external_id HAVING count(*) > 1) f USING (external_id)
    WHERE l.line > f.line`)
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, 'externalId', 'contradicts', t.first_line::text FROM import_twice t
    JOIN import_line l USING (line) JOIN import_line f ON f.line = t.first_line
    WHERE (l.hcp_id, l.day, l.channel_id, l.outcome, l.member_id, l.sector_id, l.product_ids)
      IS DISTINCT FROM (f.hcp_id, f.day, f.channel_id, f.outcome, f.member_id, f.sector_id, f.product_ids)`)
}

/** An empty cell, or a column that the file has not, leaves what the call already says. */
async function compare(bulk: Bulk, { labId, today }: ImportScope): Promise<void> {
  await bulk.query(
    `UPDATE import_line l SET changed = true FROM call k
     WHERE NOT l.is_new AND k.lab_id = $1::uuid AND k.id = l.id AND (
       (l.hcp_id, l.day, l.channel_id, l.outcome, coalesce(l.member_id, k.member_id), l.sector_id)
         IS DISTINCT FROM (k.hcp_id, k.day, k.channel_id, k.outcome, k.member_id, k.sector_id)
       OR l.product_ids IS NOT NULL AND l.product_ids IS DISTINCT FROM (
         SELECT array_agg(cp.product_id ORDER BY cp.position) FROM call_product cp WHERE cp.lab_id = $1::uuid AND cp.call_id = k.id))`,
    [labId],
  )
  const closed = `EXISTS (SELECT FROM cycle_network cn JOIN cycle c ON c.lab_id = $1::uuid AND c.id = cn.cycle_id AND c.state = 'CLOSED'
    WHERE cn.lab_id = $1::uuid AND cn.run_ends_before + c.grace_days <= $2::date`
  await bulk.query(
    `INSERT INTO import_error
     SELECT l.line, 'day', 'period-closed', l.day::text FROM import_line l LEFT JOIN call k ON k.lab_id = $1::uuid AND k.id = l.id
     WHERE (l.is_new OR l.changed) AND ${closed} AND (cn.network_id = l.network_id AND l.day >= cn.run_starts_on AND l.day < cn.run_ends_before
       OR cn.network_id = k.network_id AND k.day >= cn.run_starts_on AND k.day < cn.run_ends_before))`,
    [labId, today],
  )
}

async function plan(bulk: Bulk, scope: ImportScope): Promise<ImportTally> {
  await resolve(bulk, scope)
  await compare(bulk, scope)
  await dropBadLines(bulk, 'import_line')
  const repeated = await bulk.query(
    `DELETE FROM import_line l USING import_twice t WHERE t.line = l.line RETURNING l.line`,
  )
  await bulk.query('ANALYZE import_line (line, hcp_id)')
  const [tally] = await bulk.query<Record<string, number>>(`
    SELECT count(*) FILTER (WHERE is_new)::int AS new, count(*) FILTER (WHERE changed)::int AS changed,
      count(*) FILTER (WHERE NOT is_new AND NOT changed)::int AS unchanged FROM import_line`)
  return { new: 0, changed: 0, unchanged: 0, ...tally, repeated: repeated.length, details: {} }
}

async function write(bulk: Bulk, scope: ImportScope): Promise<Record<string, number>> {
  const { labId, memberId, importId, sourceId, completeThrough } = scope
  await bulk.query(
    `INSERT INTO call (lab_id, id, network_id, sector_id, hcp_id, channel_id, member_id, source_id, import_id, day, outcome, external_id, created_by)
     SELECT $1::uuid, id, network_id, sector_id, hcp_id, channel_id, member_id, $2::uuid, $3::uuid, day, outcome, external_id, $4::uuid
     FROM import_line WHERE is_new`,
    [labId, sourceId, importId, memberId],
  )
  await bulk.query(
    `UPDATE call k SET network_id = l.network_id, sector_id = l.sector_id, hcp_id = l.hcp_id, channel_id = l.channel_id,
       member_id = coalesce(l.member_id, k.member_id), import_id = $2::uuid, day = l.day, outcome = l.outcome, version = k.version + 1
     FROM import_line l WHERE k.lab_id = $1::uuid AND k.id = l.id AND l.changed`,
    [labId, importId],
  )
  await bulk.query(
    `DELETE FROM call_product cp USING import_line l
     WHERE cp.lab_id = $1::uuid AND cp.call_id = l.id AND l.changed AND l.product_ids IS NOT NULL`,
    [labId],
  )
  await bulk.query(
    `INSERT INTO call_product (lab_id, call_id, position, product_id, created_by)
     SELECT $1::uuid, l.id, u.position, u.product_id, $2::uuid
     FROM import_line l CROSS JOIN LATERAL unnest(l.product_ids) WITH ORDINALITY AS u(product_id, position)
     WHERE l.is_new OR l.changed`,
    [labId, memberId],
  )
  if (completeThrough)
    await bulk.query(
      `INSERT INTO data_watermark AS w (lab_id, network_id, source_id, kind, complete_through, created_by)
       SELECT DISTINCT $1::uuid, network_id, $2::uuid, 'CALLS', $3::date, $4::uuid FROM import_line
       ON CONFLICT (lab_id, network_id, source_id, kind) DO UPDATE
         SET complete_through = greatest(w.complete_through, excluded.complete_through)`,
      [labId, sourceId, completeThrough, memberId],
    )
  return {}
}

export const callImport: ImportWriter = { plan, write }

import type { Bulk } from '../platform/bulk.ts'
import { assignSectors, communeSectorsSql } from './geography-repository.ts'
import { planConsents, resolveConsents, writeConsents } from './import-consent-repository.ts'
import { planPlaces, writePlaces } from './import-place-repository.ts'
import {
  derivedId,
  dropBadLines,
  fiveDigits,
  resolveSectors,
  schemeSql,
  type ImportScope,
  type ImportTally,
  type ImportWriter,
} from './import-staging-repository.ts'

// A place is known again by its FINESS, else by its address; without either it is this person's own.
const placeKey = (column: 'source' | 'external') => {
  const address = `concat_ws('|', practice_name, address, postal_code, insee_code)`
  return column === 'source'
    ? `CASE WHEN finess IS NOT NULL THEN 'FINESS' WHEN address IS NOT NULL THEN 'ADDRESS'
         WHEN num_nonnulls(practice_name, postal_code, insee_code) > 0 THEN 'PERSON' END`
    : `CASE WHEN finess IS NOT NULL THEN finess WHEN address IS NOT NULL THEN md5(lower(${address}))
         WHEN num_nonnulls(practice_name, postal_code, insee_code) > 0 THEN md5(lower(scheme || ':' || identifier || '|' || ${address})) END`
}

async function resolve(bulk: Bulk, { labId }: ImportScope): Promise<void> {
  await resolveSectors(bulk, labId)
  await bulk.query(
    `CREATE TEMP TABLE import_line ON COMMIT DROP AS
     SELECT k.*, ${placeKey('source')} AS place_source, ${placeKey('external')} AS place_external
     FROM (
       SELECT r.line, r.id, ${schemeSql('r')} AS scheme, r.identifier, r.title, r.first_name, r.last_name, r.profession, r.specialty,
         r.practice_name, coalesce(r.practice_kind, CASE WHEN r.finess IS NULL THEN 'OFFICE' ELSE 'HOSPITAL' END) AS practice_kind,
         r.address, ${fiveDigits('r.postal_code')} AS postal_code, ${fiveDigits('r.insee_code')} AS insee_code, r.phone,
         upper(replace(r.finess, ' ', '')) AS finess, r.principal, s.sector_id, s.network_id, r.status, r.visit_rule,
         r.yearly_contact_max, r.opposition, r.consents
       FROM import_row r LEFT JOIN import_sector s ON s.sector = r.sector AND s.network IS NOT DISTINCT FROM r.network) k`,
  )
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, 'inseeCode', 'unknown-commune', l.insee_code FROM import_line l
    WHERE l.insee_code IS NOT NULL AND NOT EXISTS (SELECT FROM commune c WHERE c.insee_code = l.insee_code)`)
  await bulk.query(`INSERT INTO import_error
    SELECT r.line, 'sector', CASE WHEN s.found = 0 THEN 'unknown-sector' ELSE 'ambiguous-sector' END, r.sector
    FROM import_row r JOIN import_sector s ON s.sector = r.sector AND s.network IS NOT DISTINCT FROM r.network WHERE s.found <> 1`)
  await bulk.query(
    `INSERT INTO import_error
     SELECT l.line, 'identifier', 'hcp-closed', l.identifier FROM import_line l
     JOIN hcp_identifier i ON i.lab_id = $1::uuid AND i.scheme = l.scheme AND i.value = l.identifier
     JOIN hcp h ON h.lab_id = $1::uuid AND h.id = i.hcp_id AND h.status IN ('MERGED', 'PSEUDONYMISED')`,
    [labId],
  )
  await resolveConsents(bulk, labId)
  // Lines of one identifier speak of one person.
  await bulk.query(`INSERT INTO import_error
    SELECT l.line, e.column_key, e.rule, f.line::text FROM import_line l
    JOIN (SELECT scheme, identifier, min(line) AS line, (array_agg(last_name ORDER BY line))[1] AS last_name,
        count(DISTINCT lower(last_name)) > 1 AS names, count(DISTINCT (place_source, place_external)) FILTER (WHERE principal) > 1 AS principals,
        count(DISTINCT sector_id) > count(DISTINCT network_id) AS sectors
      FROM import_line GROUP BY scheme, identifier HAVING count(*) > 1) f USING (scheme, identifier)
    CROSS JOIN LATERAL (VALUES
      ('lastName', CASE WHEN f.names AND lower(l.last_name) <> lower(f.last_name) THEN 'other-person' END),
      ('principal', CASE WHEN f.principals AND l.principal THEN 'two-principals' END),
      ('sector', CASE WHEN f.sectors AND l.sector_id IS NOT NULL THEN 'two-sectors' END)) e(column_key, rule)
    WHERE (f.names OR f.principals OR f.sectors) AND e.rule IS NOT NULL`)
}

// An empty cell changes nothing: the first line of a person that says something is heard.
const first = (column: string) =>
  `(array_agg(${column} ORDER BY line) FILTER (WHERE ${column} IS NOT NULL))[1] AS ${column}`

async function resolvePeople(bulk: Bulk, { labId }: ImportScope): Promise<void> {
  // A person is taken whole or not at all: half of the places of somebody is not what the file says.
  await bulk.query(`DELETE FROM import_line l USING (
    SELECT DISTINCT b.scheme, b.identifier FROM import_line b JOIN import_error e ON e.line = b.line) bad
    WHERE bad.scheme = l.scheme AND bad.identifier = l.identifier`)
  await dropBadLines(bulk, 'import_line')
  const columns = [
    'title',
    'first_name',
    'last_name',
    'profession',
    'specialty',
    'status',
    'visit_rule',
    'yearly_contact_max',
  ]
  await bulk.query(
    `CREATE TEMP TABLE import_person ON COMMIT DROP AS
     SELECT p.*, i.hcp_id IS NULL AS is_new, coalesce(i.hcp_id, p.id) AS hcp_id,
       h.id IS NOT NULL AND (coalesce(p.title, h.title), coalesce(p.first_name, h.first_name), coalesce(p.last_name, h.last_name),
         coalesce(p.profession, h.profession), coalesce(p.specialty, h.specialty), coalesce(p.status, h.status),
         coalesce(p.visit_rule, h.visit_rule), coalesce(p.yearly_contact_max, h.yearly_contact_max))
         IS DISTINCT FROM (h.title, h.first_name, h.last_name, h.profession, h.specialty, h.status, h.visit_rule, h.yearly_contact_max)
         AS words_changed,
       p.opposition AND coalesce((SELECT c.kind <> 'OPPOSITION' FROM contact_permission c
         WHERE c.lab_id = $1::uuid AND c.hcp_id = i.hcp_id AND c.channel_id IS NULL
         ORDER BY c.effective_at DESC, c.created_at DESC LIMIT 1), true) AS opposes,
       false AS moves, false AS consents
     FROM (SELECT scheme, identifier, min(line) AS line, (array_agg(id ORDER BY line))[1] AS id, ${columns.map(first).join(', ')},
         coalesce(bool_or(opposition), false) AS opposition FROM import_line GROUP BY scheme, identifier) p
     LEFT JOIN hcp_identifier i ON i.lab_id = $1::uuid AND i.scheme = p.scheme AND i.value = p.identifier
     LEFT JOIN hcp h ON h.lab_id = $1::uuid AND h.id = i.hcp_id`,
    [labId],
  )
  await bulk.query('CREATE UNIQUE INDEX ON import_person (scheme, identifier)')
  await bulk.query('ANALYZE import_person')
}

/** Sectors that head office decides, and the rows that they replace. */
async function planOverrides(bulk: Bulk, { labId, startsOn }: ImportScope): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_override ON COMMIT DROP AS
     SELECT o.*, EXISTS (SELECT FROM hcp_sector hs WHERE hs.lab_id = $1::uuid AND hs.hcp_id = o.hcp_id AND hs.network_id = o.network_id
       AND hs.sector_id = o.sector_id AND hs.main AND hs.origin = 'HQ' AND hs.starts_on <= $2::date AND hs.ends_before IS NULL) AS same
     FROM (SELECT p.hcp_id, l.network_id, min(l.sector_id::text)::uuid AS sector_id, ${derivedId('min(l.id::text)::uuid')} AS id
       FROM import_line l JOIN import_person p USING (scheme, identifier)
       WHERE l.sector_id IS NOT NULL GROUP BY p.hcp_id, l.network_id) o`,
    [labId, startsOn],
  )
  await bulk.query(
    `UPDATE import_person p SET moves = true FROM import_override o WHERE o.hcp_id = p.hcp_id AND NOT o.same`,
  )
}

const withoutSectorSql = (scope: ImportScope) => {
  const ground = communeSectorsSql(scope.labId, scope.startsOn)
  return {
    text: `WITH ${ground.text} SELECT count(*)::int AS people FROM import_person p
      WHERE NOT EXISTS (SELECT FROM import_override o WHERE o.hcp_id = p.hcp_id)
        AND NOT EXISTS (SELECT FROM import_place t JOIN import_practice k USING (practice_id)
          LEFT JOIN lone ON k.insee_code IS NULL AND lone.postal_code = k.postal_code
          JOIN ground g ON g.insee_code = coalesce(k.insee_code, lone.insee_code) WHERE t.hcp_id = p.hcp_id)
        AND NOT EXISTS (SELECT FROM hcp_sector hs WHERE hs.lab_id = $${ground.values.length + 1}::uuid AND hs.hcp_id = p.hcp_id
          AND hs.starts_on <= $${ground.values.length + 2}::date
          AND (hs.ends_before IS NULL OR hs.ends_before > $${ground.values.length + 2}::date)
          AND (hs.origin <> 'GEOGRAPHY' OR NOT EXISTS (SELECT FROM import_place t WHERE t.hcp_id = p.hcp_id)))`,
    values: [...ground.values, scope.labId, scope.startsOn],
  }
}

async function plan(bulk: Bulk, scope: ImportScope): Promise<ImportTally> {
  await resolve(bulk, scope)
  await resolvePeople(bulk, scope)
  await planPlaces(bulk, scope)
  await planOverrides(bulk, scope)
  await planConsents(bulk, scope)
  const [tally] = await bulk.query<Record<string, number>>(`
    SELECT count(*) FILTER (WHERE is_new)::int AS new,
      count(*) FILTER (WHERE NOT is_new AND (words_changed OR opposes OR moves OR consents))::int AS changed,
      count(*) FILTER (WHERE NOT is_new AND NOT (words_changed OR opposes OR moves OR consents))::int AS unchanged,
      count(*) FILTER (WHERE opposes)::int AS oppositions, count(*) FILTER (WHERE consents)::int AS consents FROM import_person`)
  const [more] = await bulk.query<Record<string, number>>(`
    SELECT (SELECT count(*) FROM import_practice WHERE is_new)::int AS practices,
      (SELECT count(*) FROM import_line)::int - (SELECT count(*) FROM (
        SELECT DISTINCT scheme, identifier, place_source, place_external, sector_id FROM import_line) d)::int AS repeated`)
  const { text, values } = withoutSectorSql(scope)
  const [zone] = await bulk.query<{ people: number }>(text, values)
  const { oppositions = 0, consents = 0, ...counts } = tally ?? {}
  return {
    new: 0,
    changed: 0,
    unchanged: 0,
    ...counts,
    repeated: more?.['repeated'] ?? 0,
    details: {
      practices: more?.['practices'] ?? 0,
      oppositions,
      consents,
      withoutSector: zone?.people ?? 0,
    },
  }
}

async function writePeople(bulk: Bulk, { labId, memberId, now }: ImportScope): Promise<void> {
  await bulk.query(
    `INSERT INTO hcp (lab_id, id, title, first_name, last_name, profession, specialty, status, visit_rule, yearly_contact_max, created_by)
     SELECT $1::uuid, hcp_id, title, coalesce(first_name, ''), last_name, profession, specialty, coalesce(status, 'ACTIVE'),
       coalesce(visit_rule, 'OPEN'), yearly_contact_max, $2::uuid FROM import_person WHERE is_new ORDER BY line`,
    [labId, memberId],
  )
  await bulk.query(
    `INSERT INTO hcp_identifier (lab_id, scheme, value, hcp_id, created_by)
     SELECT $1::uuid, scheme, identifier, hcp_id, $2::uuid FROM import_person WHERE is_new ORDER BY line`,
    [labId, memberId],
  )
  await bulk.query(
    `UPDATE hcp h SET title = coalesce(p.title, h.title), first_name = coalesce(p.first_name, h.first_name),
       last_name = coalesce(p.last_name, h.last_name), profession = coalesce(p.profession, h.profession),
       specialty = coalesce(p.specialty, h.specialty), status = coalesce(p.status, h.status),
       visit_rule = coalesce(p.visit_rule, h.visit_rule),
       yearly_contact_max = coalesce(p.yearly_contact_max, h.yearly_contact_max), version = h.version + 1
     FROM import_person p WHERE h.lab_id = $1::uuid AND h.id = p.hcp_id AND p.words_changed`,
    [labId],
  )
  await bulk.query(
    `INSERT INTO contact_permission (lab_id, id, hcp_id, channel_id, kind, effective_at, origin, created_by)
     SELECT $1::uuid, ${derivedId('id')}, hcp_id, NULL, 'OPPOSITION', $3::timestamptz, 'import', $2::uuid FROM import_person WHERE opposes
     ON CONFLICT DO NOTHING`,
    [labId, memberId, now],
  )
}

async function writeOverrides(bulk: Bulk, { labId, memberId, startsOn }: ImportScope): Promise<void> {
  const replaced = `hs.lab_id = $1::uuid AND hs.hcp_id = o.hcp_id AND hs.network_id = o.network_id AND NOT o.same
    AND (hs.main OR hs.sector_id = o.sector_id)`
  await bulk.query(
    `DELETE FROM hcp_sector hs USING import_override o WHERE ${replaced} AND hs.starts_on >= $2::date`,
    [labId, startsOn],
  )
  await bulk.query(
    `UPDATE hcp_sector hs SET ends_before = $2::date FROM import_override o
     WHERE ${replaced} AND (hs.ends_before IS NULL OR hs.ends_before > $2::date)`,
    [labId, startsOn],
  )
  await bulk.query(
    `INSERT INTO hcp_sector (lab_id, id, hcp_id, network_id, sector_id, main, origin, starts_on, created_by)
     SELECT $1::uuid, id, hcp_id, network_id, sector_id, true, 'HQ', $2::date, $3::uuid FROM import_override WHERE NOT same`,
    [labId, startsOn, memberId],
  )
}

// Beyond it, looking at every hcp of the lab costs no more than carrying the list.
const longList = 50_000

async function write(bulk: Bulk, scope: ImportScope): Promise<Record<string, number>> {
  await writePeople(bulk, scope)
  await writePlaces(bulk, scope)
  await writeOverrides(bulk, scope)
  await writeConsents(bulk, scope)
  const people = await bulk.query<{ hcp_id: string }>(
    `SELECT hcp_id FROM import_person WHERE is_new OR words_changed OR moves LIMIT ${longList + 1}`,
  )
  if (people.length > 0)
    await assignSectors(
      bulk,
      scope.labId,
      scope.startsOn,
      people.length > longList ? null : people.map((person) => person.hcp_id),
    )
  return {}
}

export const hcpImport: ImportWriter = { plan, write }

import type { Bulk } from '../platform/bulk.ts'
import { derivedId, type ImportScope } from './import-staging-repository.ts'

const first = (column: string) =>
  `(array_agg(${column} ORDER BY line) FILTER (WHERE ${column} IS NOT NULL))[1] AS ${column}`

const said = ['practice_name', 'address', 'postal_code', 'insee_code', 'phone', 'finess']

async function resolvePractices(bulk: Bulk, labId: string): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_practice ON COMMIT DROP AS
     SELECT k.*, p.id IS NULL AS is_new, coalesce(p.id, k.id) AS practice_id FROM (
       SELECT place_source, place_external, min(line) AS line, ${derivedId('(array_agg(id ORDER BY line))[1]')} AS id,
         (array_agg(practice_kind ORDER BY line))[1] AS practice_kind, ${said.map(first).join(', ')}
       FROM import_line WHERE place_source IS NOT NULL GROUP BY place_source, place_external) k
     LEFT JOIN practice p ON p.lab_id = $1::uuid AND p.source_code = k.place_source AND p.external_id = k.place_external`,
    [labId],
  )
  // A place typed by hand that has the same FINESS is that place.
  await bulk.query(
    `UPDATE import_practice k SET is_new = false, practice_id = p.id
     FROM (SELECT DISTINCT ON (finess) finess, id FROM practice WHERE lab_id = $1::uuid AND finess IS NOT NULL ORDER BY finess, id) p
     WHERE k.is_new AND k.place_source = 'FINESS' AND p.finess = k.finess`,
    [labId],
  )
  await bulk.query('CREATE INDEX ON import_practice (place_source, place_external)')
  await bulk.query('ANALYZE import_practice')
}

/**
 * From the first day on, the places of the file are the places of the people it names, one of them principal: as the
 * file says, else the one that is principal already, else the first. People without any place in the file keep theirs.
 */
export async function planPlaces(bulk: Bulk, { labId, startsOn }: ImportScope): Promise<void> {
  await resolvePractices(bulk, labId)
  await bulk.query(
    `CREATE TEMP TABLE import_place ON COMMIT DROP AS
     SELECT hcp_id, practice_id, ${derivedId('id')} AS id, row_number() OVER (PARTITION BY hcp_id ORDER BY wish DESC, present DESC, line) = 1 AS principal
     FROM (
       SELECT p.hcp_id, k.practice_id, (array_agg(l.id ORDER BY l.line))[1] AS id, min(l.line) AS line,
         max(CASE l.principal WHEN true THEN 2 WHEN false THEN 0 ELSE 1 END) AS wish, bool_or(hp.id IS NOT NULL) AS present
       FROM import_line l
       JOIN import_person p USING (scheme, identifier)
       JOIN import_practice k USING (place_source, place_external)
       LEFT JOIN hcp_practice hp ON hp.lab_id = $1::uuid AND hp.hcp_id = p.hcp_id AND hp.practice_id = k.practice_id AND hp.principal
         AND hp.starts_on <= $2::date AND (hp.ends_before IS NULL OR hp.ends_before > $2::date)
       GROUP BY p.hcp_id, k.practice_id) t`,
    [labId, startsOn],
  )
  await bulk.query('CREATE INDEX ON import_place (hcp_id)')
  await bulk.query('ANALYZE import_place')
  await bulk.query(
    `CREATE TEMP TABLE import_leaving ON COMMIT DROP AS
     SELECT hp.id, hp.hcp_id, hp.starts_on FROM hcp_practice hp
     WHERE hp.lab_id = $1::uuid AND (hp.ends_before IS NULL OR hp.ends_before > $2::date)
       AND EXISTS (SELECT FROM import_place t WHERE t.hcp_id = hp.hcp_id)
       AND NOT EXISTS (SELECT FROM import_place t WHERE t.hcp_id = hp.hcp_id AND t.practice_id = hp.practice_id
         AND t.principal = hp.principal AND hp.starts_on <= $2::date)`,
    [labId, startsOn],
  )
  await bulk.query(
    `CREATE TEMP TABLE import_arriving ON COMMIT DROP AS
     SELECT t.* FROM import_place t WHERE NOT EXISTS (
       SELECT FROM hcp_practice hp WHERE hp.lab_id = $1::uuid AND hp.hcp_id = t.hcp_id AND hp.practice_id = t.practice_id
         AND hp.principal = t.principal AND hp.starts_on <= $2::date AND (hp.ends_before IS NULL OR hp.ends_before > $2::date))`,
    [labId, startsOn],
  )
  // A place whose commune is corrected moves its people as well.
  await bulk.query(
    `CREATE TEMP TABLE import_corrected ON COMMIT DROP AS
     SELECT k.practice_id FROM import_practice k JOIN practice p ON p.lab_id = $1::uuid AND p.id = k.practice_id
     WHERE (coalesce(k.practice_name, p.name), coalesce(k.address, p.address), coalesce(k.postal_code, p.postal_code),
         coalesce(k.insee_code, p.insee_code), coalesce(k.phone, p.phone), coalesce(k.finess, p.finess))
       IS DISTINCT FROM (p.name, p.address, p.postal_code, p.insee_code, p.phone, p.finess)`,
    [labId],
  )
  await bulk.query(`UPDATE import_person p SET moves = true FROM (
    SELECT hcp_id FROM import_leaving UNION SELECT hcp_id FROM import_arriving
    UNION SELECT t.hcp_id FROM import_place t JOIN import_corrected USING (practice_id)) m WHERE m.hcp_id = p.hcp_id`)
}

export async function writePlaces(bulk: Bulk, { labId, memberId, startsOn }: ImportScope): Promise<void> {
  await bulk.query(
    `INSERT INTO practice (lab_id, id, kind, name, finess, address, postal_code, insee_code, phone, source_code, external_id, created_by)
     SELECT $1::uuid, practice_id, practice_kind, practice_name, finess, address, postal_code, insee_code, phone, place_source, place_external, $2::uuid
     FROM import_practice WHERE is_new ORDER BY line`,
    [labId, memberId],
  )
  await bulk.query(
    `UPDATE practice p SET name = coalesce(k.practice_name, p.name), address = coalesce(k.address, p.address),
       postal_code = coalesce(k.postal_code, p.postal_code), insee_code = coalesce(k.insee_code, p.insee_code),
       phone = coalesce(k.phone, p.phone), finess = coalesce(k.finess, p.finess), version = p.version + 1
     FROM import_practice k JOIN import_corrected USING (practice_id) WHERE p.lab_id = $1::uuid AND p.id = k.practice_id`,
    [labId],
  )
  await bulk.query(
    `DELETE FROM hcp_practice hp USING import_leaving l WHERE hp.lab_id = $1::uuid AND hp.id = l.id AND l.starts_on >= $2::date`,
    [labId, startsOn],
  )
  await bulk.query(
    `UPDATE hcp_practice hp SET ends_before = $2::date FROM import_leaving l
     WHERE hp.lab_id = $1::uuid AND hp.id = l.id AND l.starts_on < $2::date`,
    [labId, startsOn],
  )
  await bulk.query(
    `INSERT INTO hcp_practice (lab_id, id, hcp_id, practice_id, principal, starts_on, created_by)
     SELECT $1::uuid, id, hcp_id, practice_id, principal, $2::date, $3::uuid FROM import_arriving ORDER BY hcp_id`,
    [labId, startsOn, memberId],
  )
}

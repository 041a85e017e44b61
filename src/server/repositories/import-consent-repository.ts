import type { Bulk } from '../platform/bulk.ts'
import { derivedId, type ImportScope } from './import-staging-repository.ts'

/** Channels that a cell names by their code; one that the lab has not is an error of the row. */
export async function resolveConsents(bulk: Bulk, labId: string): Promise<void> {
  await bulk.query(
    `INSERT INTO import_error
     SELECT r.line, 'consents', 'unknown-channel', w.code
     FROM import_row r CROSS JOIN LATERAL unnest(string_to_array(r.consents, '|')) AS w(code)
     WHERE NOT EXISTS (SELECT FROM channel c WHERE c.lab_id = $1::uuid AND lower(c.code) = lower(btrim(w.code)))`,
    [labId],
  )
}

/** Consents still unknown. A file never speaks against what a person said since: an opposition, a withdrawal. */
export async function planConsents(bulk: Bulk, { labId }: ImportScope): Promise<void> {
  await bulk.query(
    `CREATE TEMP TABLE import_consent ON COMMIT DROP AS
     SELECT DISTINCT ON (p.hcp_id, c.id) p.hcp_id, c.id AS channel_id, ${derivedId('p.id')} AS id
     FROM import_line l JOIN import_person p USING (scheme, identifier)
     CROSS JOIN LATERAL unnest(string_to_array(l.consents, '|')) AS w(code)
     JOIN channel c ON c.lab_id = $1::uuid AND lower(c.code) = lower(btrim(w.code))
     WHERE NOT EXISTS (SELECT FROM contact_permission k
       WHERE k.lab_id = $1::uuid AND k.hcp_id = p.hcp_id AND k.channel_id = c.id)`,
    [labId],
  )
  await bulk.query(
    'UPDATE import_person p SET consents = true FROM import_consent c WHERE c.hcp_id = p.hcp_id',
  )
}

export const writeConsents = (bulk: Bulk, { labId, memberId, now }: ImportScope) =>
  bulk.query(
    `INSERT INTO contact_permission (lab_id, id, hcp_id, channel_id, kind, effective_at, origin, created_by)
     SELECT $1::uuid, id, hcp_id, channel_id, 'CONSENT', $3::timestamptz, 'import', $2::uuid FROM import_consent`,
    [labId, memberId, now],
  )

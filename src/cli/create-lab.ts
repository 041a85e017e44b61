import pg from 'pg'
import { clock } from '#src/server/platform/clock.ts'
import { newSecret, secretHash, writeToken } from '#src/server/platform/session/one-time-links.ts'
import { uuid7 } from '#src/server/platform/uuid7.ts'

export type NewLab = {
  name: string
  slug: string
  adminEmail: string
  adminName: string
  /** The first day of the administrator; today when not said. */
  startsOn?: string
}

const channels = [
  ['VISITE', 'Visite', 'VISIT', false],
  ['DISTANCE', 'Visite à distance', 'REMOTE', false],
  ['TELEPHONE', 'Téléphone', 'PHONE', false],
  ['EMAIL', 'E-mail', 'EMAIL', true],
  ['EVENEMENT', 'Événement', 'EVENT', false],
] as const

const sources = [
  ['FIELD', 'Terrain', 'FIELD'],
  ['CRM', 'Import CRM', 'EXTERNAL'],
] as const

const reasons: readonly (readonly [code: string, fr: string, en: string, usedFor: string])[] = [
  ['POTENTIEL_SOUS_ESTIME', 'Potentiel sous-estimé', 'Potential underestimated', '{ADD,CHANGE}'],
  ['POTENTIEL_SURESTIME', 'Potentiel surestimé', 'Potential overestimated', '{REMOVE,CHANGE}'],
  ['NOUVEAU_CABINET', 'Nouveau cabinet', 'New practice', '{ADD,CHANGE}'],
  ['DEPART', 'Départ ou retraite', 'Moving or retiring', '{REMOVE}'],
  ['ACCES_DIFFICILE', 'Accès difficile', 'Hard to reach', '{REMOVE,CHANGE}'],
  ['REMPLACEMENT', 'Se fait remplacer', 'Has a locum', '{REMOVE,CHANGE}'],
  ['CONGRES', 'En congrès', 'At a congress', '{REFUSE}'],
  ['PAS_LE_TEMPS', 'Pas le temps', 'No time', '{REFUSE}'],
  ['PAS_INTERESSE', 'Pas intéressé', 'Not interested', '{REFUSE}'],
  ['ERREUR', 'Erreur à corriger', 'Mistake to mend', '{REOPEN}'],
]

/**
 * A new laboratory with the usual channels, sources and reasons, and its first administrator. Written by the owner of
 * the tables, inside the walls of the new lab. Answers the token of the administrator's invitation, good for 7 days.
 */
export async function createLab(ownerUrl: string, lab: NewLab): Promise<{ labId: string; token: string }> {
  const now = clock.now()
  const id = () => uuid7(now.getTime())
  const [labId, memberId, linkId, secret] = [id(), id(), id(), newSecret()]
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const insert = (table: string, row: Record<string, unknown>) => {
    const columns = Object.keys(row)
    const places = columns.map((_, index) => `$${index + 1}`)
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`
    return client.query(sql, Object.values(row))
  }
  const own = (table: string, row: Record<string, unknown>) =>
    insert(table, { lab_id: labId, id: id(), ...row })
  try {
    await client.query('BEGIN')
    await client.query('SELECT app_enter($1::uuid, $2::uuid, $3)', [labId, memberId, 'ADMIN'])
    await insert('lab', { id: labId, slug: lab.slug, name: lab.name })
    for (const [code, name, kind, needsConsent] of channels)
      await own('channel', { code, name, kind, needs_consent: needsConsent })
    for (const [code, label, kind] of sources) await own('source', { code, label, kind })
    for (const [code, fr, en, usedFor] of reasons)
      await own('reason', { code, labels: JSON.stringify({ fr, en }), used_for: usedFor })
    await own('member', {
      id: memberId,
      display_name: lab.adminName,
      email: lab.adminEmail.toLowerCase(),
      role: 'ADMIN',
      starts_on: lab.startsOn ?? clock.today('Europe/Paris'),
    })
    await own('one_time_link', {
      id: linkId,
      member_id: memberId,
      purpose: 'INVITE',
      token_hash: secretHash(secret),
      issued: now,
      expires: new Date(now.getTime() + 7 * 86_400_000),
    })
    await insert('audit_entry', {
      lab_id: labId,
      at: now,
      action: 'lab.create',
      subject: JSON.stringify({ kind: 'lab', id: labId }),
      change: JSON.stringify({ slug: lab.slug }),
    })
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    await client.end()
  }
  return { labId, token: writeToken({ labId, linkId, secret }) }
}

import { existsSync, readFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'
import { apply, check } from './run-file.ts'

let database: TestDatabase
let lab: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  lab = (await seedSmallLab(database.sql, { labs: 1 })).alpha
  setClock(now)
  await apply(lab.actors.hq, { kind: 'TERRITORY', startsOn: '2026-01-01' }, [
    'reseau;region;secteur;code_insee',
    'VILLE;SO;33A;33063',
    'VILLE;SO;33A;33281',
    'VILLE;SO;33B;33243',
    'VILLE;SO;33C;33318',
  ])
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

/** `RPPS` → « sector origin main » in force on a day, in the order of the sectors. */
const sectorsOf = async (rpps: string, day = '2026-06-10') => {
  const { rows } = await database.sql.query<{ text: string }>(
    `SELECT s.code || ' ' || hs.origin || CASE WHEN hs.main THEN ' main' ELSE '' END AS text
     FROM hcp_sector hs JOIN hcp_identifier i ON i.lab_id = hs.lab_id AND i.hcp_id = hs.hcp_id JOIN sector s ON s.lab_id = hs.lab_id AND s.id = hs.sector_id
     WHERE hs.lab_id = $1 AND i.value = $2 AND hs.starts_on <= $3 AND (hs.ends_before IS NULL OR hs.ends_before > $3) ORDER BY s.code`,
    [lab.id, rpps, day],
  )
  return rows.map(({ text }) => text)
}
const personOf = async (rpps: string) => {
  const { rows } = await database.sql.query<Record<string, unknown>>(
    `SELECT h.* FROM hcp h JOIN hcp_identifier i ON i.lab_id = h.lab_id AND i.hcp_id = h.id WHERE h.lab_id = $1 AND i.value = $2`,
    [lab.id, rpps],
  )
  return rows[0]
}
const placesOf = async (rpps: string, day = '2026-06-10') => {
  const { rows } = await database.sql.query<{ text: string }>(
    `SELECT coalesce(p.name, p.address, p.postal_code) || CASE WHEN hp.principal THEN ' *' ELSE '' END AS text
     FROM hcp_practice hp JOIN practice p ON p.lab_id = hp.lab_id AND p.id = hp.practice_id
     JOIN hcp_identifier i ON i.lab_id = hp.lab_id AND i.hcp_id = hp.hcp_id
     WHERE hp.lab_id = $1 AND i.value = $2 AND hp.starts_on <= $3 AND (hp.ends_before IS NULL OR hp.ends_before > $3) ORDER BY 1`,
    [lab.id, rpps, day],
  )
  return rows.map(({ text }) => text)
}

const header =
  'identifiant;civilite;nom;prenom;profession;specialite;etablissement;adresse;code_postal;code_insee;finess;principal;opposition'
const people = [
  header,
  '1;Dr;Élan;Zoé;Médecin;Neurologie;;1 quai A;33000;33063;;oui;non',
  '1;Dr;Élan;Zoé;Médecin;Neurologie;CH Libourne;;33500;33243;330000001;non;non',
  '2;Dr;Bois;Paul;Médecin;Neurologie;CHU;;33076;;330000002;oui;oui',
  '3;Dr;Cedex;Ana;Médecin;Neurologie;;;33076;;;;non',
  '4;Dr;Postal;Léo;Médecin;Neurologie;;;33600;;;;',
  '5;Dr;Voisin;Eva;Médecin;Neurologie;;1 quai A;33000;33063;;;',
]

test('several places a person: the principal gives the main sector, another one a second sector', async () => {
  const done = await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-01-01' }, people)
  expect(done.counts).toMatchObject({ rows: 6, new: 5, changed: 0, unchanged: 0 })
  expect(done.counts?.details).toMatchObject({ practices: 5, oppositions: 1, withoutSector: 2 })
  expect(await sectorsOf('1')).toEqual(['33A GEOGRAPHY main', '33B GEOGRAPHY'])
  expect(await placesOf('1')).toEqual(['1 quai A *', 'CH Libourne'])
})

test('a CEDEX belongs to no sector, a postal code of one commune alone finds it', async () => {
  expect(await sectorsOf('3')).toEqual([])
  expect(await sectorsOf('4')).toEqual(['33C GEOGRAPHY main'])
})

test('an opposition is recorded for every channel, once', async () => {
  const count = async () =>
    (
      await database.sql.query(
        `SELECT 1 FROM contact_permission c JOIN hcp_identifier i ON i.lab_id = c.lab_id AND i.hcp_id = c.hcp_id
      WHERE c.lab_id = $1 AND i.value = '2' AND c.kind = 'OPPOSITION' AND c.channel_id IS NULL`,
        [lab.id],
      )
    ).rowCount
  expect(await count()).toBe(1)
  await apply(lab.actors.hq, { kind: 'HCP' }, [header, '2;;Bois;;Médecin;;;;;;;;oui'])
  await apply(lab.actors.hq, { kind: 'HCP' }, [header, '2;;Bois;;Médecin;;;;;;;;non'])
  expect(await count()).toBe(1)
})

test('the same directory again changes nobody', async () => {
  const done = await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-02-01' }, [...people, ''])
  expect(done.counts).toMatchObject({ new: 0, changed: 0, unchanged: 5 })
})

test('an empty cell changes nothing, a new word does', async () => {
  await apply(lab.actors.hq, { kind: 'HCP' }, [
    'identifier,last_name,profession,specialty',
    '4,Postal,Médecin,',
    '5,Voisine,Médecin,Gériatrie',
  ])
  expect(await personOf('4')).toMatchObject({ specialty: 'Neurologie', version: 1 })
  expect(await personOf('5')).toMatchObject({ last_name: 'Voisine', specialty: 'Gériatrie', version: 2 })
})

test('who moves changes sector from that day, and the past stays', async () => {
  await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-04-01' }, [
    header,
    '4;Dr;Postal;Léo;Médecin;;;3 rue B;33500;33243;;;',
  ])
  expect(await sectorsOf('4', '2026-03-31')).toEqual(['33C GEOGRAPHY main'])
  expect(await sectorsOf('4', '2026-04-01')).toEqual(['33B GEOGRAPHY main'])
  expect(await placesOf('4')).toEqual(['3 rue B *'])
})

test('a sector written in the file wins over geography, and survives a move of the commune', async () => {
  await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-05-01' }, [
    'identifiant;nom;profession;reseau;secteur',
    '1;Élan;Médecin;VILLE;33C',
    '3;Cedex;Médecin;;33B',
  ])
  expect(await sectorsOf('1', '2026-04-30')).toEqual(['33A GEOGRAPHY main', '33B GEOGRAPHY'])
  expect(await sectorsOf('1')).toEqual(['33B GEOGRAPHY', '33C HQ main'])
  expect(await sectorsOf('3')).toEqual(['33B HQ main'])
  await apply(lab.actors.hq, { kind: 'TERRITORY', startsOn: '2026-06-01' }, [
    'reseau;region;secteur;code_insee',
    'VILLE;SO;33B;33063',
  ])
  expect(await sectorsOf('1')).toEqual(['33B GEOGRAPHY', '33C HQ main'])
  expect(await sectorsOf('5')).toEqual(['33B GEOGRAPHY main'])
  expect(await sectorsOf('5', '2026-05-31')).toEqual(['33A GEOGRAPHY main'])
})

test('a territory of a later day waits for its day, and a move before it does not lose it', async () => {
  await apply(lab.actors.hq, { kind: 'TERRITORY', startsOn: '2026-09-01' }, [
    'reseau;region;secteur;code_insee',
    'VILLE;SO;33C;33063',
  ])
  expect(await sectorsOf('5', '2026-08-31')).toEqual(['33B GEOGRAPHY main'])
  expect(await sectorsOf('5', '2026-09-01')).toEqual(['33C GEOGRAPHY main'])
  await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-06-15' }, [
    header,
    '6;;Neuf;;Médecin;;;9 quai C;33000;33063;;;',
    '5;;Voisine;;Médecin;;;9 quai C;33000;33063;;;',
  ])
  for (const rpps of ['5', '6']) {
    expect(await sectorsOf(rpps, '2026-06-20')).toEqual(['33B GEOGRAPHY main'])
    expect(await sectorsOf(rpps, '2026-09-01')).toEqual(['33C GEOGRAPHY main'])
  }
})

test('lines that cannot be right are named by column, with the rule', async () => {
  const { found, rules } = await check(lab.actors.hq, { kind: 'HCP' }, [
    `${header};secteur;statut`,
    '10;;Un;;Médecin;;;;;99999;;;;;',
    '11;;Deux;;Médecin;;;;;;;oui;;;',
    ';;Trois;;Médecin;;;;;;;;;;',
    '12;;Quatre;;;;;;;;;peut-être;;;',
    '13;;Cinq;;Médecin;;;;;;;;;INCONNU;parti',
    '14;;Six;;Médecin;;A;;;33063;;oui;;;',
    '14;;Sept;;Médecin;;B;;;33063;;oui;;;',
  ])
  expect(rules).toEqual([
    '2 inseeCode unknown-commune',
    '4 identifier required',
    '5 principal yes-no',
    '5 profession required',
    '6 sector unknown-sector',
    '6 status choice',
    '7 principal two-principals',
    '8 lastName other-person',
    '8 principal two-principals',
  ])
  expect(found.counts).toMatchObject({ rows: 7, new: 1, errors: 9, errorLines: 6 })
})

test('a person with a bad line is left out whole', async () => {
  const { found } = await check(lab.actors.hq, { kind: 'HCP' }, [
    header,
    '20;;Entier;;Médecin;;;1 rue D;33000;33063;;oui;',
    '20;;Entier;;Médecin;;;2 rue D;33000;99999;;non;',
    '21;;Autre;;Médecin;;;1 rue D;33000;33063;;;',
  ])
  expect(found.counts).toMatchObject({ new: 1, errors: 1 })
})

test.for(['utf-8', 'utf-8 with its mark', 'windows-1252'])(
  'accents are read in %s, with semicolons or commas',
  async (encoding) => {
    for (const sign of [';', ',']) {
      const rpps = `${encoding}${sign}`.replaceAll(/[;,]/g, (s) => (s === ';' ? 'a' : 'b'))
      const text = [
        `identifiant${sign}nom${sign}profession${sign}specialite`,
        `${rpps}${sign}"L’Œillet${sign} ""Zoé"""${sign}Médecin${sign}Gériatrie`,
      ].join('\n')
      const bytes =
        encoding === 'windows-1252'
          ? iconv.encode(text, 'windows-1252')
          : Buffer.from(encoding === 'utf-8' ? text : `\uFEFF${text}`)
      const done = await apply(lab.actors.hq, { kind: 'HCP' }, bytes)
      expect(done).toMatchObject({
        encoding: encoding.startsWith('utf') ? 'utf-8' : encoding,
        delimiter: sign,
      })
      expect(await personOf(rpps)).toMatchObject({
        last_name: `L’Œillet${sign} "Zoé"`,
        specialty: 'Gériatrie',
      })
    }
  },
)

test('the official RPPS headers are understood, whatever else the file has', async () => {
  const { found } = await check(lab.actors.hq, { kind: 'HCP' }, [
    "Type d'identifiant PP|Identifiant PP|Code civilité|Nom d'exercice|Prénom d'exercice|Libellé profession|Libellé savoir-faire|Code postal (coord. structure)|Code commune (coord. structure)|",
    '8|19999999991|M|EXEMPLE|JEAN|Médecin|Neurologie|33000|33063|',
  ])
  expect(found).toMatchObject({ delimiter: '|', ignored: ['Code civilité'] })
  expect(found.counts).toMatchObject({ new: 1, errors: 0 })
})

const gironde = '../shared/data/rpps-gironde/RPPS33_2017_sans_noms.csv'
test.skipIf(!existsSync(gironde))(
  'the directory of a real department: 1,293 people, 1,495 places',
  async () => {
    const [head = '', ...lines] = readFileSync(gironde, 'utf8').trim().split(/\r?\n/)
    expect(head).toBe('PS,FINESS,Commune,LibCommune,CodePostal,Specialite,Etablissement')
    const file = [
      'identifiant,type_identifiant,nom,profession,finess,code_insee,commune_nom,code_postal,specialite',
    ]
    for (const line of lines) {
      const [ps, finess, insee, label, postal, specialty] = line.split(',')
      file.push([ps, 'CRM', ps, 'Médecin', finess, insee, label, postal, specialty].join(','))
    }
    const done = await apply(lab.actors.hq, { kind: 'HCP', startsOn: '2026-01-01' }, file)
    expect(done.counts).toMatchObject({ rows: 1495, new: 1293, errors: 0 })
    const { rows } = await database.sql.query<{ people: number }>(
      `SELECT count(DISTINCT hs.hcp_id)::int AS people FROM hcp_sector hs JOIN hcp_identifier i ON i.lab_id = hs.lab_id AND i.hcp_id = hs.hcp_id
     WHERE hs.lab_id = $1 AND i.value LIKE 'PS%' AND hs.starts_on = '2026-01-01'`,
      [lab.id],
    )
    const placed = rows[0]?.people ?? 0
    expect(placed).toBeGreaterThan(400)
    expect(placed + (done.counts?.details['withoutSector'] ?? 0)).toBe(1293)
  },
)

test('consents are recorded by channel, once, and never against what a person said since', async () => {
  const columns = 'identifiant;nom;profession;consentements'
  const { email, phone } = lab.channels
  const permissions = async () =>
    (
      await database.sql.query<{ kind: string; code: string }>(
        `SELECT p.kind, c.code FROM contact_permission p JOIN channel c ON c.lab_id = p.lab_id AND c.id = p.channel_id
         JOIN hcp_identifier i ON i.lab_id = p.lab_id AND i.hcp_id = p.hcp_id
         WHERE p.lab_id = $1 AND i.value = '1' ORDER BY p.effective_at, c.code`,
        [lab.id],
      )
    ).rows
  const file = (codes: string) => [columns, `1;Élan;Médecin;${codes}`]
  const { rules } = await check(lab.actors.hq, { kind: 'HCP' }, file('pigeon'))
  expect(rules).toEqual(['2 consents unknown-channel'])
  const done = await apply(lab.actors.hq, { kind: 'HCP' }, file(email.code))
  expect(done.counts).toMatchObject({ changed: 1, details: { consents: 1 } })
  expect(await permissions()).toEqual([{ kind: 'CONSENT', code: email.code }])
  await database.sql.query(
    `INSERT INTO contact_permission (lab_id, id, hcp_id, channel_id, kind, effective_at, origin)
     SELECT p.lab_id, gen_random_uuid(), p.hcp_id, p.channel_id, 'WITHDRAWAL', p.effective_at + interval '1 hour', 'test'
     FROM contact_permission p WHERE p.lab_id = $1 AND p.kind = 'CONSENT' AND p.origin = 'import'`,
    [lab.id],
  )
  const again = await apply(lab.actors.hq, { kind: 'HCP' }, file(`${email.code}|${phone.code}`))
  expect(again.counts).toMatchObject({ changed: 1 })
  expect((await permissions()).map(({ kind }) => kind).toSorted()).toEqual([
    'CONSENT',
    'CONSENT',
    'WITHDRAWAL',
  ])
})

import type { Actor } from '#src/contracts/actor.ts'
import { createLab } from '#src/cli/create-lab.ts'
import { uuid7 } from '#src/server/platform/uuid7.ts'
import { actorOf, importFile, liveOn } from '../../prisma/scenarios/driver.ts'
import { demoRegions, territoryCsv } from '../../prisma/scenarios/demo-lab/territory.ts'
import type { BenchDatabase } from './bench.ts'

export const today = '2026-04-15'
export const opening = '2025-01-01'

export type BenchLab = { labId: string; admin: Actor; hq: Actor; networkId: string }

/** A laboratory with a field force of forty sectors over the communes of France, and head office. */
export async function openBenchLab({ sql, environment }: BenchDatabase): Promise<BenchLab> {
  liveOn(opening)
  const { labId } = await createLab(environment['DATABASE_OWNER_URL'] ?? '', {
    name: 'Bench',
    slug: 'bench',
    adminEmail: 'admin@bench.example',
    adminName: 'Admin',
  })
  const { rows: members } = await sql.query<{ id: string }>('SELECT id FROM member WHERE lab_id = $1', [
    labId,
  ])
  const hqId = uuid7(Date.now())
  await sql.query(
    `INSERT INTO member (lab_id, id, display_name, email, role, hq_function, starts_on)
     VALUES ($1, $2, 'Siège', 'siege@bench.example', 'HQ', 'SFE', $3)`,
    [labId, hqId, opening],
  )
  const admin = await actorOf(labId, members[0]?.id ?? '')
  await importFile(admin, {
    kind: 'TERRITORY',
    name: 'secteurs.csv',
    content: territoryCsv(demoRegions()),
    startsOn: opening,
  })
  liveOn(today)
  const { rows: networks } = await sql.query<{ id: string }>('SELECT id FROM network WHERE lab_id = $1', [
    labId,
  ])
  return { labId, admin, hq: await actorOf(labId, hqId), networkId: networks[0]?.id ?? '' }
}

/** `count` hcps, each with a practice in a commune and a sector; RPPS numbers from 10,000,000,001 on. */
export async function fillHcps(
  { sql }: BenchDatabase,
  { labId, networkId }: BenchLab,
  count: number,
): Promise<void> {
  const client = await sql.connect()
  const id = (kind: number) => `('01900000-000${kind}-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid`
  const people = `FROM generate_series(1, ${count}) n`
  const given = [labId, opening]
  try {
    await client.query('BEGIN')
    // Rows that hold together by the way they are made: their references need not be looked up.
    await client.query('SET LOCAL session_replication_role = replica')
    await client.query(
      `INSERT INTO hcp (lab_id, id, title, first_name, last_name, profession, specialty)
       SELECT $1, ${id(1)}, 'Dr', 'Prénom' || n % 97, 'Nom' || n, 'Médecin', 'Spécialité ' || n % 6 ${people}`,
      [labId],
    )
    await client.query(
      `INSERT INTO hcp_identifier (lab_id, scheme, value, hcp_id)
       SELECT $1, 'RPPS', (10000000000 + n)::text, ${id(1)} ${people}`,
      [labId],
    )
    await client.query(
      `INSERT INTO practice (lab_id, id, kind, name, insee_code, postal_code)
       SELECT $1, ${id(2)}, 'OFFICE', 'Cabinet ' || n, c.insee_code, c.insee_code ${people}
       JOIN (SELECT insee_code, row_number() OVER (ORDER BY insee_code) AS place FROM commune) c
         ON c.place = 1 + n % (SELECT count(*) FROM commune)`,
      [labId],
    )
    await client.query(
      `INSERT INTO hcp_practice (lab_id, id, hcp_id, practice_id, principal, starts_on)
       SELECT $1, ${id(3)}, ${id(1)}, ${id(2)}, true, $2::date ${people}`,
      given,
    )
    await client.query(
      `INSERT INTO hcp_sector (lab_id, id, hcp_id, network_id, sector_id, practice_id, main, origin, starts_on)
       SELECT $1, ${id(4)}, ${id(1)}, $3::uuid, s.id, ${id(2)}, true, 'GEOGRAPHY', $2::date ${people}
       JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place FROM sector WHERE lab_id = $1) s
         ON s.place = 1 + n % (SELECT count(*) FROM sector WHERE lab_id = $1)`,
      [...given, networkId],
    )
    await client.query('COMMIT')
  } finally {
    client.release()
  }
  await sql.query('ANALYZE hcp, hcp_identifier, practice, hcp_practice, hcp_sector')
}

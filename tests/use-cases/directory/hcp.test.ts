import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { HcpInput } from '#src/contracts/directory.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { createHcp } from '#src/server/use-cases/directory/create-hcp.ts'
import { find } from '#src/server/use-cases/directory/find.ts'
import { findCommunes } from '#src/server/use-cases/directory/find-communes.ts'
import { getHcp } from '#src/server/use-cases/directory/get-hcp.ts'
import { setPermission } from '#src/server/use-cases/directory/set-permission.ts'
import { updateHcp } from '#src/server/use-cases/directory/update-hcp.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { now, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

let database: TestDatabase
let alpha: LabFixture
let beta: LabFixture

beforeAll(async () => {
  database = await freshDatabase()
  ;({ alpha, beta } = await seedSmallLab(database.sql))
  setClock(now)
})
afterAll(async () => {
  setClock(null)
  await database.drop()
})

const commandId = () => crypto.randomUUID()
const committed = () => {
  const line = alpha.cycles.running.plans[0]?.lines[0]
  if (!line) throw new Error('no line')
  return line.hcpId
}
const person: HcpInput = {
  title: 'Dr',
  firstName: 'Zoé',
  lastName: 'Lefèvre',
  profession: 'Médecin',
  specialty: 'CARDIOLOGIE',
  status: 'ACTIVE',
  visitRule: 'APPOINTMENT',
  ownRules: null,
  yearlyContactMax: 12,
}
const office = {
  kind: 'OFFICE',
  name: null,
  address: '1 rue de la Paix',
  postalCode: '69001',
  inseeCode: '69381',
  phone: null,
} as const

describe('the page of an hcp', () => {
  it('is read by the sector and by head office, and is not there for the others', async () => {
    const id = committed()
    for (const who of ['rep1', 'manager1', 'hq', 'admin'] as const)
      expect(await getHcp(alpha.actors[who], { id })).toMatchObject({ id })
    for (const actor of [alpha.actors.rep2, alpha.actors.manager2, beta.actors.hq])
      await expect(getHcp(actor, { id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('holds answers, commitments, calls and segments for who works with them; the administrator reads the identity', async () => {
    const id = committed()
    const page = await getHcp(alpha.actors.rep1, { id })
    expect(page.cycle?.id).toBe(alpha.cycles.running.id)
    expect(page.commitments?.length).toBeGreaterThan(0)
    expect(page.answers?.some(({ state, source }) => state === 'VALUE' && source !== null)).toBe(true)
    expect(page.segments.some(({ cycleId }) => cycleId === alpha.cycles.running.id)).toBe(true)
    expect(page.segments.every(({ classes }) => classes[0]?.axis === 'Potentiel')).toBe(true)
    expect(page.yearly).not.toBeNull()
    const admin = await getHcp(alpha.actors.admin, { id })
    expect(admin).toMatchObject({ answers: null, commitments: null, calls: null, yearly: null })
    expect(admin.identifiers).toEqual(page.identifiers)
  })

  it('counts what was done on each channel as the calls say', async () => {
    const id = committed()
    const { commitments } = await getHcp(alpha.actors.rep1, { id })
    for (const line of commitments ?? []) {
      const { rows } = await database.sql.query(
        `SELECT count(*)::int AS done FROM call WHERE lab_id = $1 AND hcp_id = $2 AND channel_id = $3 AND outcome = 'DONE'
           AND duplicate_of_id IS NULL AND day >= '2026-01-01' AND day < '2026-07-01'`,
        [alpha.id, id, line.channelId],
      )
      expect(line.done).toBe(rows[0].done)
    }
  })

  it('the search of the frame stays inside the walls', async () => {
    const labels = async (who: 'rep1' | 'hq') =>
      (await find(alpha.actors[who], { q: 'secteur' })).items.map(({ id }) => id)
    expect(await labels('rep1')).toEqual([alpha.sectors[0]?.id])
    expect(await labels('hq')).toHaveLength(4)
  })
})

describe('an opposition', () => {
  const say = (
    id: string,
    kind: 'OPPOSITION' | 'CONSENT' | 'WITHDRAWAL',
    part: { channelId?: string; effectiveAt?: string } = {},
  ) =>
    setPermission(alpha.actors.rep1, {
      id,
      commandId: commandId(),
      kind,
      channelId: part.channelId ?? null,
      effectiveAt: part.effectiveAt ?? null,
    })

  it('counts at once, and the last word rules', async () => {
    const id = committed()
    await say(id, 'OPPOSITION')
    expect(await getHcp(alpha.actors.hq, { id })).toMatchObject({ opposedToAll: true })
    setClock('2026-06-11T10:00:00Z')
    await say(id, 'WITHDRAWAL')
    const page = await getHcp(alpha.actors.hq, { id })
    expect(page).toMatchObject({ opposedToAll: false })
    expect(page.permissions.slice(0, 2).map(({ kind }) => kind)).toEqual(['WITHDRAWAL', 'OPPOSITION'])
    setClock(now)
  })

  it('a consent is for one channel', async () => {
    const id = committed()
    await expect(say(id, 'CONSENT')).rejects.toMatchObject({ data: { reason: 'consent-names-a-channel' } })
    await say(id, 'CONSENT', { channelId: alpha.channels.email.id })
    const { channels } = await getHcp(alpha.actors.rep1, { id })
    expect(channels.filter(({ consented }) => consented).map(({ id: one }) => one)).toEqual([
      alpha.channels.email.id,
    ])
    await expect(say(id, 'CONSENT', { channelId: beta.channels.email.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('is not recorded for tomorrow, nor by another sector', async () => {
    const id = committed()
    await expect(say(id, 'OPPOSITION', { effectiveAt: '2026-06-12T00:00:00Z' })).rejects.toMatchObject({
      data: { reason: 'permission-in-the-future' },
    })
    const input = {
      id,
      commandId: commandId(),
      kind: 'OPPOSITION',
      channelId: null,
      effectiveAt: null,
    } as const
    await expect(setPermission(alpha.actors.rep2, input)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(setPermission(alpha.actors.hqReadOnly, input)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('head office keeps the directory', () => {
  it('adds an hcp, who falls into the sector of the commune at once', async () => {
    const identifiers = [{ scheme: 'RPPS', value: '10999999999' }]
    const input = { commandId: commandId(), hcp: person, identifiers, practice: office }
    const { id } = await createHcp(alpha.actors.hq, input)
    expect(await getHcp(alpha.actors.rep1, { id })).toMatchObject({
      lastName: 'Lefèvre',
      sectors: [{ main: true }],
    })
    expect(await createHcp(alpha.actors.hq, input)).toEqual({ id })
    await expect(createHcp(alpha.actors.hq, { ...input, commandId: commandId() })).rejects.toMatchObject({
      data: { reason: 'identifier-taken', params: { hcpId: id } },
    })
    await expect(createHcp(alpha.actors.rep1, { ...input, commandId: commandId() })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    await expect(
      createHcp(beta.actors.hq, { ...input, commandId: commandId(), practice: null }),
    ).resolves.toBeTruthy()
  })

  it('corrects an hcp, never over somebody else’s change, and the trail holds no name', async () => {
    const id = committed()
    const { version } = await getHcp(alpha.actors.hq, { id })
    const input = { id, version, commandId: commandId(), hcp: { ...person, lastName: 'Corrigée-Canari' } }
    expect(await updateHcp(alpha.actors.hq, input)).toEqual({ version: version + 1 })
    await expect(updateHcp(alpha.actors.hq, { ...input, commandId: commandId() })).rejects.toMatchObject({
      code: 'CONFLICT',
      data: { currentVersion: version + 1 },
    })
    const { rows } = await database.sql.query('SELECT change::text FROM audit_entry')
    expect(JSON.stringify(rows)).not.toContain('Canari')
    await expect(updateHcp(beta.actors.hq, { ...input, commandId: commandId() })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    })
  })

  it('finds communes by the beginning of their name or by postal code', async () => {
    expect(
      (await findCommunes(alpha.actors.hq, { q: 'la roch' })).some(({ name }) => name === 'La Rochelle'),
    ).toBe(true)
    expect((await findCommunes(alpha.actors.hq, { q: '17000' })).map(({ name }) => name)).toContain(
      'La Rochelle',
    )
    expect(
      (await findCommunes(alpha.actors.hq, { q: 'saint-ét' })).some(({ name }) =>
        name.startsWith('Saint-Ét'),
      ),
    ).toBe(true)
  })
})

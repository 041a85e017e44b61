import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SaveRepInput } from '#src/contracts/administration-territory.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getTerritory } from '#src/server/use-cases/administration/get-territory.ts'
import { removeAssignment } from '#src/server/use-cases/administration/remove-assignment.ts'
import { saveManagerAssignment } from '#src/server/use-cases/administration/save-manager-assignment.ts'
import { saveNetwork } from '#src/server/use-cases/administration/save-network.ts'
import { saveRegion } from '#src/server/use-cases/administration/save-region.ts'
import { saveRepAssignment } from '#src/server/use-cases/administration/save-rep-assignment.ts'
import { saveSector } from '#src/server/use-cases/administration/save-sector.ts'
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
const sector = (index: number) => alpha.sectors[index]?.id ?? ''
const assign = (part: Partial<SaveRepInput>, by = alpha.actors.admin) =>
  saveRepAssignment(by, {
    id: null,
    commandId: commandId(),
    sectorId: sector(0),
    memberId: alpha.members.rep2.id,
    kind: 'MEMBER',
    shareBps: 0,
    startsOn: '2026-07-01',
    endsOn: null,
    ...part,
  })
const allSectors = async (day?: string) =>
  (await getTerritory(alpha.actors.admin, { day })).networks.flatMap(({ regions }) =>
    regions.flatMap(({ sectors }) => sectors),
  )

describe('who sees and changes the field force', () => {
  it('each one the own part; a rep one sector, a manager one region', async () => {
    const seen = async (who: 'rep1' | 'manager1' | 'hq') =>
      (await getTerritory(alpha.actors[who], {})).networks.flatMap(({ regions }) =>
        regions.flatMap(({ sectors }) => sectors.map(({ id }) => id)),
      )
    expect(await seen('rep1')).toEqual([sector(0)])
    expect((await seen('manager1')).toSorted()).toEqual([sector(0), sector(1)].toSorted())
    expect(await seen('hq')).toHaveLength(4)
    expect(JSON.stringify(await getTerritory(alpha.actors.hq, {}))).not.toContain(beta.canary)
  })

  it('an administrator alone changes it, and only in the own lab', async () => {
    await expect(assign({}, alpha.actors.hq)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(assign({ sectorId: beta.sectors[0]?.id ?? '' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(assign({ memberId: beta.members.rep1.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('counts bricks, communes and hcps of a sector', async () => {
    const [first] = (await allSectors()).filter(({ id }) => id === sector(0))
    const active = alpha.hcps.filter((hcp) => hcp.sector === 0 && hcp.id !== alpha.ceased.id)
    expect(first).toMatchObject({ bricks: 2, communes: 4, hcps: active.length, vacant: false })
  })
})

describe('assignments', () => {
  it('a sector has one lead at a time: the refusal names who, and since when', async () => {
    await expect(assign({ kind: 'LEAD' })).rejects.toMatchObject({
      data: {
        reason: 'assignment-overlap-open',
        params: { name: alpha.members.rep1.displayName, from: '2025-01-01' },
      },
    })
  })

  it('a succession: the first ends, the second begins, in between the sector is vacant', async () => {
    const lead = (await allSectors()).find(({ id }) => id === sector(2))?.reps[0]
    if (!lead) throw new Error('no lead')
    const { id, memberId, kind, shareBps, startsOn } = lead
    await assign({ id, sectorId: sector(2), memberId, kind, shareBps, startsOn, endsOn: '2026-06-30' })
    await assign({ sectorId: sector(2), kind: 'LEAD', shareBps: 0, startsOn: '2026-07-15' })
    const vacantOn = async (day: string) =>
      (await allSectors(day)).find((one) => one.id === sector(2))?.vacant
    expect(await vacantOn('2026-06-30')).toBe(false)
    expect(await vacantOn('2026-07-01')).toBe(true)
    expect(await vacantOn('2026-07-15')).toBe(false)
  })

  it('nobody works more than a whole time', async () => {
    await expect(assign({ shareBps: 5000 })).rejects.toMatchObject({
      data: { reason: 'share-over', params: { elsewhere: 100, left: 0 } },
    })
  })

  it('a manager leads no sector, a rep owns no region', async () => {
    await expect(assign({ memberId: alpha.members.manager1.id })).rejects.toMatchObject({
      data: { reason: 'only-reps-in-sectors' },
    })
    const input = { id: null, commandId: commandId(), regionId: alpha.regions[0]?.id ?? '', endsOn: null }
    const owner = {
      ...input,
      memberId: alpha.members.rep1.id,
      kind: 'DELEGATE' as const,
      startsOn: '2026-07-01',
    }
    await expect(saveManagerAssignment(alpha.actors.admin, owner)).rejects.toMatchObject({
      data: { reason: 'only-managers-in-regions' },
    })
    const second = { ...owner, memberId: alpha.members.manager2.id, kind: 'MANAGER' as const }
    await expect(saveManagerAssignment(alpha.actors.admin, second)).rejects.toMatchObject({
      data: { reason: 'manager-overlap-open' },
    })
    await expect(
      saveManagerAssignment(alpha.actors.admin, { ...second, kind: 'DELEGATE', commandId: commandId() }),
    ).resolves.toBeTruthy()
  })

  it('one to come can be taken back; one that began keeps its days', async () => {
    const { id } = await assign({ sectorId: sector(3), startsOn: '2026-08-01' })
    const take = (one: string) =>
      removeAssignment(alpha.actors.admin, { kind: 'REP', id: one, commandId: commandId() })
    expect(await take(id)).toEqual({ ok: true })
    const begun = (await allSectors()).find((one) => one.id === sector(0))?.reps[0]?.id ?? ''
    await expect(take(begun)).rejects.toMatchObject({ data: { reason: 'assignment-begun' } })
  })

  it('the same command sent twice has one effect', async () => {
    const once = commandId()
    const first = await assign({ sectorId: sector(3), startsOn: '2026-09-01', commandId: once })
    expect(await assign({ sectorId: sector(3), startsOn: '2026-09-01', commandId: once })).toEqual(first)
  })
})

describe('networks, regions, sectors', () => {
  it('are added, moved inside their network and closed; codes are theirs alone', async () => {
    const { admin } = alpha.actors
    const network = await saveNetwork(admin, {
      id: null,
      commandId: commandId(),
      code: 'HOP',
      name: 'Hôpital',
      contactCapShareBps: 4000,
      sharedHcpPriority: 2,
    })
    const region = await saveRegion(admin, {
      id: null,
      commandId: commandId(),
      networkId: network.id,
      code: 'R1',
      name: 'Ouest',
    })
    const input = {
      commandId: commandId(),
      regionId: region.id,
      code: 'S1',
      name: 'Nantes',
      holidayZone: 'METROPOLE',
      timeZone: 'Europe/Paris',
      startsOn: '2026-07-01',
      endsOn: null,
    } as const
    const { id } = await saveSector(admin, { id: null, ...input })
    await expect(saveSector(admin, { id: null, ...input, commandId: commandId() })).rejects.toMatchObject({
      data: { reason: 'code-taken' },
    })
    const elsewhere = { id, ...input, regionId: alpha.regions[0]?.id ?? '', commandId: commandId() }
    await expect(saveSector(admin, elsewhere)).rejects.toMatchObject({
      data: { reason: 'sector-keeps-network' },
    })
    await saveSector(admin, { id, ...input, endsOn: '2026-12-31', commandId: commandId() })
    expect((await allSectors('2026-12-31')).some((one) => one.id === id)).toBe(true)
    expect((await allSectors('2027-01-01')).some((one) => one.id === id)).toBe(false)
  })
})

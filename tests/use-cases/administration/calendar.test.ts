import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SaveAbsenceInput, SaveWorkingTimeInput } from '#src/contracts/administration-calendar.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { getCalendar } from '#src/server/use-cases/administration/get-calendar.ts'
import { getPortfolio } from '#src/server/use-cases/administration/get-portfolio.ts'
import { listAudit } from '#src/server/use-cases/administration/list-audit.ts'
import { saveAbsence } from '#src/server/use-cases/administration/save-absence.ts'
import { saveClosedDays } from '#src/server/use-cases/administration/save-closed-days.ts'
import { saveProduct } from '#src/server/use-cases/administration/save-product.ts'
import { saveWorkingTime } from '#src/server/use-cases/administration/save-working-time.ts'
import { verifyAudit } from '#src/server/use-cases/administration/verify-audit.ts'
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
const memberOf = async (memberId: string) =>
  (await getCalendar(alpha.actors.hq)).members.find((member) => member.memberId === memberId)
const work = (part: Partial<SaveWorkingTimeInput>, by = alpha.actors.admin) =>
  saveWorkingTime(by, {
    id: null,
    commandId: commandId(),
    memberId: alpha.members.rep1.id,
    halfDayBits: 255,
    fieldShareBps: 7500,
    contactsADayMilli: 5500,
    startsOn: '2026-07-01',
    endsOn: null,
    ...part,
  })
const away = (part: Partial<SaveAbsenceInput>, by = alpha.actors.rep1) =>
  saveAbsence(by, {
    id: null,
    commandId: commandId(),
    memberId: alpha.members.rep1.id,
    kind: 'LEAVE',
    startsOn: '2026-07-06',
    startsAtNoon: false,
    endsOn: '2026-07-10',
    endsAtNoon: false,
    ...part,
  })

describe('working time', () => {
  it('from a day on ends the open one on its eve', async () => {
    await work({})
    expect((await memberOf(alpha.members.rep1.id))?.workingTimes).toMatchObject([
      { startsOn: '2026-07-01', endsOn: null, halfDayBits: 255 },
      { startsOn: '2025-01-01', endsOn: '2026-06-30', halfDayBits: 1023 },
    ])
  })

  it('that would meet another is refused in words', async () => {
    await expect(work({ startsOn: '2026-03-01', endsOn: '2026-03-31' })).rejects.toMatchObject({
      data: { reason: 'working-time-overlap', params: { from: '2025-01-01', to: '2026-06-30' } },
    })
  })

  it('is set by an administrator alone', async () => {
    for (const who of ['hq', 'manager1', 'rep1'] as const)
      await expect(work({}, alpha.actors[who])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('absences', () => {
  it('are said by the rep, the own manager or an administrator, by nobody else', async () => {
    const { id } = await away({})
    await away({ id, endsOn: '2026-07-09' }, alpha.actors.manager1)
    await away({ id, endsOn: '2026-07-10' }, alpha.actors.admin)
    for (const who of ['rep2', 'manager2'] as const)
      await expect(
        away({ startsOn: '2026-09-01', endsOn: '2026-09-02' }, alpha.actors[who]),
      ).rejects.toMatchObject({
        code: 'NOT_FOUND',
      })
    await expect(away({}, beta.actors.admin)).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  it('by half-days: a morning and an afternoon of one day do not meet', async () => {
    await away({ startsOn: '2026-08-03', endsOn: '2026-08-03', endsAtNoon: true })
    await away({ startsOn: '2026-08-03', endsOn: '2026-08-04', startsAtNoon: true })
    await expect(away({ startsOn: '2026-08-04', endsOn: '2026-08-05' })).rejects.toMatchObject({
      data: { reason: 'absence-overlap', params: { from: '2026-08-03', to: '2026-08-04' } },
    })
  })

  it('an empty one is refused', async () => {
    const day = { startsOn: '2026-10-01', endsOn: '2026-10-01', startsAtNoon: true, endsAtNoon: true }
    await expect(away(day)).rejects.toMatchObject({ data: { reason: 'period-reversed' } })
  })
})

describe('days that count less', () => {
  it('head office weighs them, and makes them ordinary again', async () => {
    const input = { networkId: alpha.network.id, from: '2026-08-10', to: '2026-08-14', label: 'Séminaire' }
    const { hq } = alpha.actors
    expect(await saveClosedDays(hq, { ...input, commandId: commandId(), weightBps: 5000 })).toEqual({
      days: 5,
    })
    const august = async () =>
      (await getCalendar(hq)).closedDays.filter(({ day }) => day.startsWith('2026-08'))
    expect(await august()).toHaveLength(5)
    expect(await saveClosedDays(hq, { ...input, commandId: commandId(), weightBps: null })).toEqual({
      days: 5,
    })
    expect(await august()).toEqual([])
    const stranger = { ...input, networkId: beta.network.id, commandId: commandId(), weightBps: 0 }
    await expect(saveClosedDays(hq, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(
      saveClosedDays(alpha.actors.manager1, { ...input, commandId: commandId(), weightBps: 0 }),
    ).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the portfolio', () => {
  it('retires and never deletes; a code never changes', async () => {
    const { hq } = alpha.actors
    const [known] = (await getPortfolio(hq)).products
    if (!known) throw new Error('no product')
    await saveProduct(hq, { ...known, active: false, commandId: commandId() })
    expect((await getPortfolio(hq)).products.find(({ id }) => id === known.id)).toMatchObject({
      active: false,
    })
    await expect(saveProduct(hq, { ...known, code: 'OTHER', commandId: commandId() })).rejects.toMatchObject({
      data: { reason: 'code-never-changes' },
    })
    const twin = { ...known, id: null, commandId: commandId() }
    await expect(saveProduct(hq, twin)).rejects.toMatchObject({ data: { reason: 'code-taken' } })
    await expect(saveProduct(alpha.actors.hqReadOnly, twin)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
})

describe('the journal', () => {
  it('tells who, what and on what, page after page, for the own lab', async () => {
    const { items, total, nextCursor } = await listAudit(alpha.actors.admin, { limit: 3 })
    expect(total).toBeGreaterThan(3)
    const next = await listAudit(alpha.actors.admin, { limit: 3, cursor: nextCursor ?? '' })
    expect(next.items[0]?.number).toBe((items.at(-1)?.number ?? 0) - 1)
    const network = await listAudit(alpha.actors.admin, {
      area: 'calendar',
      subjectId: alpha.network.id,
      limit: 10,
    })
    expect(network.items[0]).toMatchObject({
      action: 'calendar.closed-days',
      member: { id: alpha.actors.hq.memberId },
      subjectName: expect.stringContaining('Réseau'),
    })
    expect(JSON.stringify(await listAudit(beta.actors.admin, { limit: 100 }))).not.toContain(alpha.canary)
  })

  it('is a chain: an entry changed behind its back no longer fits', async () => {
    expect((await verifyAudit(alpha.actors.admin)).brokenAt).toBeNull()
    await database.sql.query(
      `UPDATE audit_entry SET change = '{"forged": true}' WHERE lab_id = $1 AND number = 2`,
      [alpha.id],
    )
    expect((await verifyAudit(alpha.actors.admin)).brokenAt).toBe(2)
    expect((await verifyAudit(beta.actors.admin)).brokenAt).toBeNull()
  })
})

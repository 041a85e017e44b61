import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#src/contracts/actor.ts'
import { directoryFilterSchema, type DirectoryFilterInput } from '#src/contracts/directory.ts'
import { setClock } from '#src/server/platform/clock.ts'
import { exportHcps } from '#src/server/use-cases/directory/export-hcps.ts'
import { getFacets } from '#src/server/use-cases/directory/get-facets.ts'
import { listHcps } from '#src/server/use-cases/directory/list-hcps.ts'
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

const list = (
  actor: Actor,
  filter: DirectoryFilterInput = {},
  page: { cursor?: string; limit?: number } = {},
) => listHcps(actor, { ...directoryFilterSchema.parse(filter), limit: 200, ...page })
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).toSorted()
const inSector = (sector: number | null) =>
  ids(alpha.hcps.filter((hcp) => hcp.sector === sector && hcp.id !== alpha.ceased.id))

describe('who sees whom', () => {
  it('head office and administration see every active hcp of their lab and none of another', async () => {
    const expected = ids(alpha.hcps.filter(({ id }) => id !== alpha.ceased.id))
    for (const actor of [alpha.actors.hq, alpha.actors.admin, alpha.actors.hqReadOnly]) {
      const { items, total } = await list(actor)
      expect(ids(items)).toEqual(expected)
      expect(total).toBe(expected.length)
    }
    const { items } = await list(beta.actors.hq)
    expect(JSON.stringify(items)).not.toContain(alpha.canary)
  })

  it('a rep sees the own sector, whatever the filter asks for', async () => {
    const [first, second] = alpha.sectors
    const { items, total } = await list(alpha.actors.rep1)
    expect(ids(items)).toEqual(inSector(0))
    expect(total).toBe(items.length)
    expect((await list(alpha.actors.rep1, { sectorIds: [second?.id ?? ''] })).items).toEqual([])
    expect(ids((await list(alpha.actors.rep1, { sectorIds: [first?.id ?? ''] })).items)).toEqual(inSector(0))
    expect((await list(alpha.actors.rep1, { unassigned: true })).total).toBe(0)
    expect(JSON.stringify(items)).not.toContain(second?.canary)
  })

  it('a manager sees the sectors of the own region', async () => {
    const { items } = await list(alpha.actors.manager1)
    expect(ids(items)).toEqual([...inSector(0), ...inSector(1)].toSorted())
    expect((await list(alpha.actors.manager2)).items.some(({ id }) => inSector(0).includes(id))).toBe(false)
  })

  it('an export holds what the list holds, and is written in the trail', async () => {
    const { content } = await exportHcps(alpha.actors.rep1, directoryFilterSchema.parse({}))
    const lines = content.trim().split('\r\n')
    expect(lines).toHaveLength(inSector(0).length + 1)
    const { items } = await list(alpha.actors.rep1)
    for (const [index, row] of items.entries())
      expect(lines[index + 1]?.split(';').slice(-2)).toEqual([row.lastContactOn ?? '', row.id])
    expect(content).not.toContain(alpha.sectors[1]?.canary ?? 'missing')
    const { rows } = await database.sql.query(
      `SELECT change FROM audit_entry WHERE action = 'directory.export' AND member_id = $1`,
      [alpha.actors.rep1.memberId],
    )
    expect(rows).toEqual([{ change: { rows: inSector(0).length } }])
  })

  it('a rep is offered own sectors and published cycles only', async () => {
    const facets = await getFacets(alpha.actors.rep1)
    expect(facets.sectors.map(({ id }) => id)).toEqual([alpha.sectors[0]?.id])
    expect((await getFacets(alpha.actors.hq)).sectors).toHaveLength(4)
    expect(facets.currentCycleId).toBe(alpha.cycles.running.id)
  })
})

describe('pages', () => {
  it('walk through everybody once, in the order of names', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      // Each page begins where the one before ended.
      const page = await list(alpha.actors.hq, {}, { limit: 7, ...(cursor && { cursor }) })
      seen.push(...page.items.map(({ id }) => id))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(new Set(seen).size).toBe(seen.length)
    expect(seen).toEqual((await list(alpha.actors.hq)).items.map(({ id }) => id))
  })

  it('a cursor that is not one begins at the first page', async () => {
    const { items } = await list(alpha.actors.hq, {}, { cursor: 'nonsense', limit: 3 })
    expect(items).toEqual((await list(alpha.actors.hq, {}, { limit: 3 })).items)
  })
})

describe('search', () => {
  it('finds a name without its accents and capitals, an RPPS, a specialty, a commune', async () => {
    const hcp = alpha.hcps[5]
    if (!hcp) throw new Error('no hcp')
    const byName = await list(alpha.actors.hq, { q: hcp.lastName.toUpperCase() })
    expect(byName.items.map(({ id }) => id)).toContain(hcp.id)
    expect(ids((await list(alpha.actors.hq, { q: hcp.rpps })).items)).toEqual([hcp.id])
    const cardio = await list(alpha.actors.hq, { q: 'cardio' })
    expect(cardio.total).toBeGreaterThan(0)
    expect(cardio.items.every(({ specialty }) => specialty === 'CARDIOLOGIE')).toBe(true)
    const lyon = await list(alpha.actors.hq, { q: 'lyon' })
    expect(lyon.total).toBeGreaterThan(0)
    expect(lyon.items.every(({ commune }) => commune?.startsWith('Lyon'))).toBe(true)
    expect((await list(alpha.actors.hq, { q: 'lyon cardio' })).total).toBeLessThan(lyon.total)
  })

  it('signs of a pattern are letters like others', async () => {
    expect((await list(alpha.actors.hq, { q: '%%%' })).total).toBe(0)
    expect((await list(alpha.actors.hq, { q: '___' })).total).toBe(0)
  })
})

describe('filters', () => {
  it('segment of a cycle', async () => {
    const { items, cycleId } = await list(alpha.actors.hq, { segments: ['A1'] })
    expect(cycleId).toBe(alpha.cycles.running.id)
    expect(ids(items)).toEqual(ids(alpha.hcps.filter(({ segment }) => segment === 'A1')))
    expect(items.every(({ segment }) => segment?.code === 'A1')).toBe(true)
  })

  it('opposition, visit rule, status, zone blanche', async () => {
    expect(ids((await list(alpha.actors.hq, { opposed: true })).items)).toEqual([alpha.opposed.id])
    expect(ids((await list(alpha.actors.hq, { visitRules: ['NO_VISIT'] })).items)).toEqual([
      alpha.refusesVisits.id,
    ])
    expect(ids((await list(alpha.actors.hq, { statuses: ['CEASED'] })).items)).toEqual([alpha.ceased.id])
    expect(ids((await list(alpha.actors.hq, { unassigned: true })).items)).toEqual(inSector(null))
  })

  it('what the plans say: committed, seen and not seen make the committed', async () => {
    const sector = alpha.sectors[0]
    const filter = { sectorIds: [sector?.id ?? ''], cycleId: alpha.cycles.running.id }
    const committed = await list(alpha.actors.hq, { ...filter, plan: 'committed' })
    const seen = await list(alpha.actors.hq, { ...filter, plan: 'seen' })
    const unseen = await list(alpha.actors.hq, { ...filter, plan: 'unseen' })
    expect(committed.total).toBeGreaterThan(0)
    expect(seen.total + unseen.total).toBe(committed.total)
    expect((await list(alpha.actors.rep2, { ...filter, plan: 'committed' })).total).toBe(0)
  })

  it('qualified and not qualified make the universe of the cycle', async () => {
    const qualified = await list(alpha.actors.hq, { qualified: true })
    const not = await list(alpha.actors.hq, { qualified: false })
    expect(qualified.total + not.total).toBe(alpha.hcps.filter(({ segment }) => segment !== null).length)
  })
})

import type { Pool } from 'pg'
import type { Actor } from '#src/contracts/actor.ts'
import { actorless } from '#src/server/platform/transaction.ts'
import { loadActor } from '#src/server/platform/session/load-actor.ts'
import { createCycle } from '#src/server/use-cases/cycles/create-cycle.ts'
import type { LabFixture } from '../../../fixtures/small-lab.ts'
import { settingsOf } from '../../../use-cases/cycles/fixture.ts'

/** A record as the policy sees it. Without sectors and member it is the lab's: in reach of who may call at all. */
export type Subject = {
  id: string
  sectorIds?: readonly string[]
  memberId?: string
  /** In reach of whoever reaches all of its sectors, not one of them. */
  whole?: true
}

/** Places of the lab that are far apart: the first sector, and the last one, of the other region. */
export type Place = 'own' | 'otherSector'

export type World = {
  lab: LabFixture
  openCycleId: string
  calls: Record<Place, string>
  planned: Record<Place, { id: string; hcpId: string }>
  alerts: Record<Place, string>
  absences: Record<Place, string>
  spareAbsences: Record<Place, string>
  /** Ids of rows that the lab has one of, by table. */
  first: Record<'import' | 'sector_assignment' | 'region_assignment' | 'working_time', string>
}

const index: Record<Place, number> = { own: 0, otherSector: 3 }

async function one<Row extends { id: string }>(sql: Pool, text: string, parameters: unknown[]): Promise<Row> {
  const { rows } = await sql.query<Row>(text, parameters)
  const [row] = rows
  if (!row) throw new Error(`the small lab has no row for: ${text}`)
  return row
}

async function eachPlace<T>(find: (place: number) => Promise<T>): Promise<Record<Place, T>> {
  return { own: await find(index.own), otherSector: await find(index.otherSector) }
}

/** A cycle at its beginning, where everything may still be written. */
async function openCycle(sql: Pool, lab: LabFixture): Promise<string> {
  const { id } = await createCycle(lab.actors.hq, {
    commandId: crypto.randomUUID(),
    settings: settingsOf(lab, `${lab.canary} Cycle 3`),
    copyFromId: lab.cycles.running.id,
  })
  await sql.query(`UPDATE cycle SET state = 'QUALIFICATION' WHERE lab_id = $1 AND id = $2`, [lab.id, id])
  return id
}

/** Completes a small lab, so that both ends of the territory have one record of every kind. */
export async function worldOf(sql: Pool, lab: LabFixture): Promise<World> {
  const sector = (place: number) => lab.sectors[place]?.id
  const call = (place: number, outcome: string) =>
    one<{ id: string; hcpId: string }>(
      sql,
      `SELECT id, hcp_id AS "hcpId" FROM call WHERE lab_id = $1 AND sector_id = $2 AND outcome = $3
        ORDER BY day DESC, id LIMIT 1`,
      [lab.id, sector(place), outcome],
    )
  const absence = (from: string, to: string) => async (place: number) => {
    const values = [lab.id, crypto.randomUUID(), lab.sectors[place]?.leadId, from, to]
    const text = `INSERT INTO absence (lab_id, id, member_id, kind, starts_on, ends_before)
                  VALUES ($1, $2, $3, 'LEAVE', $4, $5) RETURNING id`
    return (await one(sql, text, values)).id
  }
  const alert = async (place: number) => {
    const values = [lab.id, crypto.randomUUID(), lab.cycles.running.id, sector(place)]
    const text = `INSERT INTO alert (lab_id, id, cycle_id, sector_id, kind, dimension, dimension_id, level,
                                     probability, at_stake_milli, opened_on)
                  VALUES ($1, $2, $3, $4, 'SHORTFALL', 'ALL', '', 'AMBER', 0.4, 6500, '2026-06-08') RETURNING id`
    return (await one(sql, text, values)).id
  }
  const first = async (table: keyof World['first']) =>
    (await one(sql, `SELECT id FROM ${table} WHERE lab_id = $1 ORDER BY id LIMIT 1`, [lab.id])).id
  return {
    lab,
    openCycleId: await openCycle(sql, lab),
    calls: await eachPlace(async (place) => (await call(place, 'DONE')).id),
    planned: await eachPlace((place) => call(place, 'PLANNED')),
    alerts: await eachPlace(alert),
    absences: await eachPlace(absence('2026-08-03', '2026-08-15')),
    spareAbsences: await eachPlace(absence('2026-09-03', '2026-09-15')),
    first: {
      import: await first('import'),
      sector_assignment: await first('sector_assignment'),
      region_assignment: await first('region_assignment'),
      working_time: await first('working_time'),
    },
  }
}

type Find = (world: World, place: Place) => Subject

const inSector =
  (id: (world: World, place: Place) => string | undefined): Find =>
  (world, place) => {
    const found = world.lab.sectors[index[place]]
    const subject = id(world, place)
    if (!found || !subject) throw new Error('nothing there')
    return { id: subject, sectorIds: [found.id], memberId: found.leadId }
  }
const ofLab =
  (id: (world: World) => string | undefined): Find =>
  (world) => {
    const subject = id(world)
    if (!subject) throw new Error('nothing there')
    return { id: subject }
  }

const region: Find = ({ lab }, place) => {
  const id = lab.regions[place === 'own' ? 0 : 1]?.id ?? ''
  return { id, sectorIds: lab.sectors.flatMap((sector) => (sector.regionId === id ? [sector.id] : [])) }
}

/** Every kind of thing that an id of the API may name. */
export const kinds = {
  hcp: inSector(({ planned }, place) => planned[place].hcpId),
  sector: inSector(({ lab }, place) => lab.sectors[index[place]]?.id),
  region,
  wholeRegion: ((world, place) => ({ ...region(world, place), whole: true })) as Find,
  plan: inSector(({ lab }, place) => lab.cycles.engagement.plans[index[place]]?.id),
  call: inSector(({ calls }, place) => calls[place]),
  plannedCall: inSector(({ planned }, place) => planned[place].id),
  alert: inSector(({ alerts }, place) => alerts[place]),
  absence: inSector(({ absences }, place) => absences[place]),
  spareAbsence: inSector(({ spareAbsences }, place) => spareAbsences[place]),
  /** The rep of the place: absences are asked for a person. */
  rep: inSector(({ lab }, place) => lab.sectors[index[place]]?.leadId),
  member: ofLab(({ lab }) => lab.members.hqReadOnly.id),
  cycle: ofLab(({ lab }) => lab.cycles.engagement.id),
  runningCycle: ofLab(({ lab }) => lab.cycles.running.id),
  openCycle: ofLab(({ openCycleId }) => openCycleId),
  manager: ofLab(({ lab }) => lab.members.manager1.id),
  run: ofLab(({ lab }) => lab.cycles.engagement.runId),
  network: ofLab(({ lab }) => lab.network.id),
  product: ofLab(({ lab }) => lab.products[0]?.id),
  channel: ofLab(({ lab }) => lab.channels.visit.id),
  reason: ofLab(({ lab }) => lab.reasons.refuse.id),
  source: ofLab(({ lab }) => lab.sources.crm.id),
  import: ofLab(({ first }) => first.import),
  repAssignment: ofLab(({ first }) => first.sector_assignment),
  managerAssignment: ofLab(({ first }) => first.region_assignment),
  workingTime: ofLab(({ first }) => first.working_time),
} satisfies Record<string, Find>
export type Kind = keyof typeof kinds

export const find = (kind: Kind, world: World, place: Place): Subject => (kinds[kind] as Find)(world, place)

export const principals = [
  'anonymous',
  'admin',
  'hq',
  'manager',
  'rep',
  'otherRep',
  'disabled',
  'strangerAdmin',
] as const
export type Principal = (typeof principals)[number]

/** As the application loads them; who has no session or is no longer a member is nobody. */
export async function actorsOf(home: LabFixture, away: LabFixture): Promise<Record<Principal, Actor | null>> {
  const load = (lab: LabFixture, who: keyof LabFixture['members']) =>
    actorless({ labId: lab.id }, async (tx) => ({
      value: await loadActor(tx, lab.id, lab.members[who].id, crypto.randomUUID()),
      audit: null,
    }))
  return {
    anonymous: null,
    admin: await load(home, 'admin'),
    hq: await load(home, 'hq'),
    manager: await load(home, 'manager1'),
    rep: await load(home, 'rep1'),
    otherRep: await load(home, 'rep3'),
    disabled: await load(home, 'disabled'),
    strangerAdmin: await load(away, 'admin'),
  }
}

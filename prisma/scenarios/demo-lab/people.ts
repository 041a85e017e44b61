import type { Actor, HqFunction, Role } from '#src/contracts/actor.ts'
import { inviteMember } from '#src/server/use-cases/administration/invite-member.ts'
import { saveManagerAssignment } from '#src/server/use-cases/administration/save-manager-assignment.ts'
import { saveRepAssignment } from '#src/server/use-cases/administration/save-rep-assignment.ts'
import { saveWorkingTime } from '#src/server/use-cases/administration/save-working-time.ts'
import { saveAbsence } from '#src/server/use-cases/administration/save-absence.ts'
import { saveSector } from '#src/server/use-cases/administration/save-sector.ts'
import { getTerritory } from '#src/server/use-cases/administration/get-territory.ts'
import { useLink } from '#src/server/use-cases/account/use-link.ts'
import { addDays } from '#src/lib/calendar.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { firstNames, lastNames } from './names.ts'
import type { DemoRegion } from './territory.ts'

export const demoPassword = 'demo-password'

/** Who can sign in to the demo lab; the other members exist, and have not accepted their invitation. */
export const demoAccounts = [
  { email: 'siege@helvane.example', who: 'Siège, SFE (Hélène Castaing)' },
  { email: 'lecture@helvane.example', who: 'Siège, lecture seule (Marc Aubertin)' },
  { email: 'directeur@helvane.example', who: 'Directeur régional, Sud-Ouest (Laurent Dubreuil)' },
  { email: 'delegue@helvane.example', who: 'Déléguée, La Rochelle – Saintes (Élise Marchandeau)' },
  { email: 'delegue2@helvane.example', who: 'Délégué, Bordeaux – Arcachon (Julien Darrieux)' },
  { email: 'admin@helvane.example', who: 'Administrateur (Solène Lemoine)' },
] as const

export type Person = { id: string; email: string }
export type DemoPeople = {
  hq: Person
  managers: ReadonlyMap<string, Person>
  /** By sector: its lead; a sector without one is vacant. */
  leads: ReadonlyMap<string, Person>
  sectorIds: ReadonlyMap<string, string>
  networkId: string
}

const fullTime = 1023
const withoutWednesday = 1023 & ~(0b11 << 4)
// Sectors with something particular: a named lead, a second rep, part time, nobody.
const namedLeads: Readonly<Record<string, readonly [string, string]>> = {
  S01: ['delegue@helvane.example', 'Élise Marchandeau'],
  S05: ['delegue2@helvane.example', 'Julien Darrieux'],
}
const secondRep = ['S05', 'N09', 'E09']
const partTime = ['S04', 'O05', 'E02']
export const vacantSector = 'S06'

/** Members, who works where, weeks and absences; `from` is their first day, `day` the day of the demo. */
export async function settlePeople(
  admin: Actor,
  regions: readonly DemoRegion[],
  from: string,
  day: string,
): Promise<DemoPeople> {
  const random = seededRandom('demo lab people')
  const command = () => crypto.randomUUID()
  const [network] = (await getTerritory(admin, { day: from })).networks
  if (!network) throw new Error('the territory of the demo lab was not imported')
  const places = new Map(
    network.regions.flatMap((region) =>
      region.sectors.map((sector) => [sector.code, { region, sector }] as const),
    ),
  )
  const signsIn = new Set<string>(demoAccounts.map(({ email }) => email))

  async function member(
    email: string,
    displayName: string,
    role: Role,
    more: { hqFunction?: HqFunction; readOnly?: boolean } = {},
  ) {
    const { hqFunction = null, readOnly = false } = more
    const input = {
      email,
      displayName,
      role,
      hqFunction,
      readOnly,
      locale: 'fr' as const,
      startsOn: from,
      endsOn: null,
    }
    const { memberId, path } = await inviteMember(admin, input)
    if (signsIn.has(email))
      await useLink({ token: path.slice(path.lastIndexOf('/') + 1), password: demoPassword }, 'seed')
    return { id: memberId, email }
  }
  const invented = () => `${random.pick(firstNames)} ${random.pick(lastNames)}`

  async function rep(
    sectorCode: string,
    email: string,
    name: string,
    kind: 'LEAD' | 'MEMBER',
    halfDayBits: number,
  ) {
    const person = await member(email, name, 'REP')
    const sectorId = places.get(sectorCode)?.sector.id ?? ''
    const period = { startsOn: from, endsOn: null }
    await saveRepAssignment(admin, {
      id: null,
      commandId: command(),
      sectorId,
      memberId: person.id,
      kind,
      shareBps: 10_000,
      ...period,
    })
    const contactsADayMilli = kind === 'MEMBER' ? 2500 : 5500 + 100 * random.integer(12)
    const week = { halfDayBits, fieldShareBps: 8500, contactsADayMilli }
    await saveWorkingTime(admin, { id: null, commandId: command(), memberId: person.id, ...period, ...week })
    await holidays(person, random.integer(60))
    return person
  }
  async function holidays(person: Person, shift: number) {
    const away = { kind: 'LEAVE' as const, startsAtNoon: false, endsAtNoon: false }
    const startsOn = addDays(day, -60 + shift)
    await saveAbsence(admin, {
      id: null,
      commandId: command(),
      memberId: person.id,
      ...away,
      startsOn,
      endsOn: addDays(startsOn, 6),
    })
  }

  const hq = await member('siege@helvane.example', 'Hélène Castaing', 'HQ', { hqFunction: 'SFE' })
  await member('lecture@helvane.example', 'Marc Aubertin', 'HQ', { readOnly: true })
  const managers = new Map<string, Person>()
  const leads = new Map<string, Person>()
  for (const region of regions) {
    const named = region.code === 'SO'
    const email = named
      ? 'directeur@helvane.example'
      : `directeur.${region.code.toLowerCase()}@helvane.example`
    const manager = await member(email, named ? 'Laurent Dubreuil' : invented(), 'MANAGER')
    managers.set(region.code, manager)
    const regionId = network.regions.find((one) => one.code === region.code)?.id ?? ''
    const period = { startsOn: from, endsOn: null }
    await saveManagerAssignment(admin, {
      id: null,
      commandId: command(),
      regionId,
      memberId: manager.id,
      kind: 'MANAGER',
      ...period,
    })
    for (const { code, holidayZone } of region.sectors) {
      const known = places.get(code)?.sector
      if (known && holidayZone !== 'METROPOLE') {
        const { id, name, timeZone, startsOn, endsOn } = known
        await saveSector(admin, {
          id,
          commandId: command(),
          regionId,
          code,
          name,
          holidayZone,
          timeZone: timeZone as 'Europe/Paris',
          startsOn,
          endsOn,
        })
      }
      if (code === vacantSector) continue
      const [leadEmail, leadName] = namedLeads[code] ?? [
        `delegue.${code.toLowerCase()}@helvane.example`,
        invented(),
      ]
      const week = partTime.includes(code) ? withoutWednesday : fullTime
      leads.set(code, await rep(code, leadEmail, leadName, 'LEAD', week))
      if (secondRep.includes(code))
        await rep(code, `renfort.${code.toLowerCase()}@helvane.example`, invented(), 'MEMBER', fullTime)
    }
  }
  const sectorIds = new Map([...places].map(([code, { sector }]) => [code, sector.id]))
  return { hq, managers, leads, sectorIds, networkId: network.id }
}

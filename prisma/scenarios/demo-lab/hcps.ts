import { seededRandom, type SeededRandom } from '#src/lib/seeded-random.ts'
import { firstNames, lastNames } from './names.ts'
import type { DemoCommune, DemoRegion } from './territory.ts'

/** A doctor of the demo, with the two hidden numbers that answers and calls are drawn from, both in 0 … 1. */
export type DemoHcp = {
  rpps: string
  sector: string
  title: string
  firstName: string
  lastName: string
  specialty: string
  commune: DemoCommune
  hospital: boolean
  elsewhere: DemoCommune | null
  visitRule: 'libre' | 'rendez-vous' | 'aucune'
  opposition: boolean
  /** Has agreed to be written to. */
  byEmail: boolean
  potential: number
  affinity: number
}

// Share of the doctors, and how much more than a generalist each may prescribe.
const specialties: readonly (readonly [name: string, share: number, weight: number])[] = [
  ['Médecine générale', 0.64, 1],
  ['Cardiologie', 0.13, 1.7],
  ['Endocrinologie', 0.07, 1.8],
  ['Médecine interne', 0.05, 1.2],
  ['Gériatrie', 0.05, 1.1],
  ['Néphrologie', 0.06, 1.5],
]

const streets = [
  'rue des Lilas',
  'avenue de la Gare',
  'place du Marché',
  'rue Pasteur',
  'boulevard du Parc',
  'rue du Moulin',
  'quai des Saules',
  'allée des Tilleuls',
]

function pickWeighted<T>(random: SeededRandom, items: readonly T[], weight: (item: T) => number): T {
  const total = items.reduce((sum, item) => sum + weight(item), 0)
  let left = random.uniform() * total
  for (const item of items) {
    left -= weight(item)
    if (left <= 0) return item
  }
  return items[items.length - 1] as T
}

/** Cumulated weights, so that one draw in a sector costs one search. */
function communePicker(communes: readonly DemoCommune[]): (random: SeededRandom) => DemoCommune {
  const cumulated: number[] = []
  let total = 0
  for (const { population } of communes) cumulated.push((total += population))
  return (random) => {
    const wanted = random.uniform() * total
    let low = 0
    let high = cumulated.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((cumulated[middle] ?? 0) < wanted) low = middle + 1
      else high = middle
    }
    return communes[low] as DemoCommune
  }
}

function visitRule(random: SeededRandom): DemoHcp['visitRule'] {
  const drawn = random.uniform()
  if (drawn < 0.015) return 'aucune'
  return drawn < 0.22 ? 'rendez-vous' : 'libre'
}

/** `count` doctors spread evenly over the sectors, where people live; the same at each call. */
export function demoHcps(regions: readonly DemoRegion[], count: number): DemoHcp[] {
  const random = seededRandom('demo lab doctors')
  const sectors = regions.flatMap((region) => region.sectors)
  const pickers = sectors.map((sector) => communePicker(sector.communes))
  return Array.from({ length: count }, (_, number) => {
    const sector = sectors[number % sectors.length] as (typeof sectors)[number]
    const pick = pickers[number % sectors.length] as (typeof pickers)[number]
    const [specialty, , weight] = pickWeighted(random, specialties, (one) => one[1])
    const hospital = random.chance(specialty === 'Médecine générale' ? 0.06 : 0.45)
    return {
      rpps: String(10_100_000_000 + number * 7 + (number % 7)),
      sector: sector.code,
      title: hospital && random.chance(0.1) ? 'Pr' : 'Dr',
      firstName: random.pick(firstNames),
      lastName: random.chance(0.12)
        ? `${random.pick(lastNames)}-${random.pick(lastNames)}`
        : random.pick(lastNames),
      specialty,
      commune: pick(random),
      hospital,
      elsewhere: random.chance(0.06) ? pick(random) : null,
      visitRule: visitRule(random),
      opposition: random.chance(0.008),
      byEmail: random.chance(0.72),
      potential: Math.min(1, weight * 0.5 * random.uniform() ** 2.6 + 0.06 * random.uniform()),
      affinity: Math.min(1, Math.max(0, 0.45 + 0.22 * random.normal())),
    }
  })
}

const header =
  'type_identifiant;identifiant;civilite;prenom;nom;profession;specialite;etablissement;type_etablissement;adresse;code_postal;code_insee;principal;regle_visite;opposition;consentements'

/** The directory file: one line a place of work. */
export function hcpsCsv(hcps: readonly DemoHcp[]): string {
  const lines = [header]
  hcps.forEach((hcp, number) => {
    const place = (commune: DemoCommune, hospital: boolean, principal: boolean) => {
      const name = hospital ? `Centre hospitalier de ${commune.name}` : `Cabinet ${hcp.lastName}`
      const address = hospital
        ? '1 place de l’Hôpital'
        : `${1 + (number % 97)} ${streets[number % streets.length]}`
      const kind = hospital ? 'hopital' : 'cabinet'
      const person = ['RPPS', hcp.rpps, hcp.title, hcp.firstName, hcp.lastName, 'Médecin', hcp.specialty]
      const where = [name, kind, address, commune.postalCode, commune.insee, principal ? 'oui' : 'non']
      return [
        ...person,
        ...where,
        hcp.visitRule,
        hcp.opposition ? 'oui' : 'non',
        hcp.byEmail ? 'EMAIL' : '',
      ].join(';')
    }
    lines.push(place(hcp.commune, hcp.hospital, true))
    if (hcp.elsewhere && hcp.elsewhere.insee !== hcp.commune.insee)
      lines.push(place(hcp.elsewhere, false, false))
  })
  return `${lines.join('\n')}\n`
}

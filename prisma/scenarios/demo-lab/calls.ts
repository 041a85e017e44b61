import { eachDay, isoWeekday, dayNumber } from '#src/lib/calendar.ts'
import { seededRandom, type SeededRandom } from '#src/lib/seeded-random.ts'

export const callsHeader =
  'identifiant_externe;type_identifiant;identifiant;date;canal;produits;resultat;email_delegue;reseau;secteur'

/** What one sector owes one doctor on one channel, and who goes there. */
export type DemoLine = {
  rpps: string
  channel: string
  goal: number
  maxCredited: number | null
  weightMilli: number
  rank: number
  sector: string
  repEmail: string
}

export type CallPeriod = {
  from: string
  until: string
  /** Share of a sector's goal that is earned in the period. */
  shareOf: (sector: string) => number
  /** Doctors of a sector that its plan does not hold: a few are met all the same. */
  others: ReadonlyMap<string, readonly string[]>
  /** Begins the calls' numbers, and makes the draws of one period differ from another's. */
  wave: string
}

/** Monday to Friday, both days included. */
function weekdays(from: string, until: string): string[] {
  return from > until ? [] : eachDay(from, until).filter((day) => isoWeekday(dayNumber(day)) <= 5)
}

// How often a visit speaks of each product, in the first three segments and in the others.
const spokenOf = [
  { CARDELAN: 0.95, GLUCELYS: 0.8, NEFRIVO: 0.6 },
  { CARDELAN: 1, GLUCELYS: 0.3, NEFRIVO: 0.1 },
] as const

function shownIn(random: SeededRandom, { channel, rank }: DemoLine): string[] {
  if (channel !== 'VISITE') return ['CARDELAN']
  const chances = spokenOf[rank <= 3 ? 0 : 1]
  const shown = Object.entries(chances).flatMap(([product, chance]) =>
    random.chance(chance) ? [product] : [],
  )
  return shown.length > 0 ? shown : ['CARDELAN']
}

/**
 * How many contacts each line had, until the sector has earned its share to the nearest contact: reps follow their plan,
 * some doctors more than others, a few are never met, nobody is visited beyond what counts.
 */
function contactsOf(random: SeededRandom, lines: readonly DemoLine[], share: number): number[] {
  const paces = lines.map(({ rank }) => (random.chance(rank <= 3 ? 0.97 : 0.92) ? random.gamma(8, 0.125) : 0))
  const value = (line: number, contacts: number) => contacts * (lines[line]?.weightMilli ?? 0)
  const goalOf = (line: number) => lines[line]?.goal ?? 0
  const weighed = paces.reduce((sum, pace, line) => sum + value(line, goalOf(line) * pace), 0)
  const wanted = share * lines.reduce((sum, { goal, weightMilli }) => sum + goal * weightMilli, 0)
  const scale = weighed > 0 ? wanted / weighed : 0
  const contacts = paces.map((pace, line) => {
    const exact = goalOf(line) * pace * scale
    const most = lines[line]?.maxCredited ?? Infinity
    return Math.min(Math.floor(exact) + (random.chance(exact % 1) ? 1 : 0), most)
  })
  let missing = wanted - contacts.reduce((sum, count, line) => sum + value(line, count), 0)
  // The draws came a little above or under: single contacts are taken out or put in until the sum is right.
  for (const line of random.shuffle([...lines.keys()])) {
    const made = contacts[line] ?? 0
    const one = value(line, 1)
    if (missing <= -one && made > 0) contacts[line] = made - 1
    else if (missing >= one && made < goalOf(line) && (paces[line] ?? 0) > 0) contacts[line] = made + 1
    else continue
    missing += missing < 0 ? one : -one
  }
  return contacts
}

/** The calls of a period, sector by sector: contacts made, one in fifteen refused or in vain beside them, a few elsewhere. */
export function callsCsv(lines: readonly DemoLine[], period: CallPeriod): string {
  const days = weekdays(period.from, period.until)
  const rows = [callsHeader]
  const bySector = Map.groupBy(lines, ({ sector }) => sector)
  for (const sector of [...bySector.keys()].toSorted()) {
    const random = seededRandom(`calls ${period.wave} ${sector}`)
    const own = bySector.get(sector) ?? []
    const repEmail = own[0]?.repEmail ?? ''
    let number = 0
    const call = (rpps: string, channel: string, shown: readonly string[], outcome: string) => {
      const id = `${period.wave}-${sector}-${++number}`
      const what = [id, 'RPPS', rpps, random.pick(days), channel, shown.join('|'), outcome]
      rows.push([...what, repEmail, 'VILLE', sector].join(';'))
    }
    const contacts = contactsOf(random, own, period.shareOf(sector))
    for (const [index, line] of own.entries()) {
      const { rpps, channel } = line
      for (let one = 0; one < (contacts[index] ?? 0); one++) {
        call(rpps, channel, shownIn(random, line), 'réalisé')
        if (random.chance(0.07)) call(rpps, channel, [], random.chance(0.6) ? 'refusé' : 'absent')
      }
    }
    const others = period.others.get(sector) ?? []
    const elsewhere = repEmail === '' || others.length === 0 ? 0 : Math.round(number * 0.06)
    for (let one = 0; one < elsewhere; one++) call(random.pick(others), 'VISITE', ['CARDELAN'], 'réalisé')
  }
  return `${rows.join('\n')}\n`
}

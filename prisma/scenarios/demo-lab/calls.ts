import { eachDay, isoWeekday, dayNumber } from '#src/lib/calendar.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'

export const callsHeader =
  'identifiant_externe;type_identifiant;identifiant;date;canal;produits;resultat;email_delegue;reseau;secteur'

/** What one sector owes one doctor on one channel, and who goes there. */
export type DemoLine = {
  rpps: string
  channel: string
  goal: number
  rank: number
  sector: string
  repEmail: string
}

const products = ['CARDELAN', 'GLUCELYS', 'NEFRIVO']

/** Monday to Friday, both days included. */
function weekdays(from: string, until: string): string[] {
  return from > until ? [] : eachDay(from, until).filter((day) => isoWeekday(dayNumber(day)) <= 5)
}

// How fast each sector goes against its plan: most keep it, some are late, one is far ahead.
const slow: Readonly<Record<string, number>> = {
  S03: 0.56,
  S04: 0.78,
  N06: 0.7,
  O02: 0.74,
  E06: 0.66,
  S07: 0.84,
  S06: 0.5,
}
const fast: Readonly<Record<string, number>> = { S08: 1.22, N03: 1.18, E10: 1.25 }

/**
 * Calls of a period in which `elapsed` of the plan should be done: each line has a pace of its own around its
 * sector's, some doctors are never met, one call in fifteen is refused or finds nobody.
 */
export function callsCsv(
  lines: readonly DemoLine[],
  from: string,
  until: string,
  elapsed: number,
  wave: string,
): string {
  const random = seededRandom(`calls ${wave}`)
  const days = weekdays(from, until)
  const rows = [callsHeader]
  let number = 0
  for (const line of lines) {
    const pace =
      (slow[line.sector] ?? fast[line.sector] ?? 0.93 + 0.22 * random.uniform()) * random.gamma(4) * 0.25
    const met = random.chance(line.rank <= 3 ? 0.96 : 0.86)
    const count = met ? random.poisson(line.goal * elapsed * pace * 1.04) : 0
    for (let one = 0; one < count; one++) {
      const drawn = random.uniform()
      const outcome = drawn < 0.04 ? 'refusé' : drawn < 0.07 ? 'absent' : 'réalisé'
      const shown =
        line.channel === 'VISITE' ? products.slice(0, line.rank <= 3 ? 3 : 2) : products.slice(0, 1)
      const where = ['VILLE', line.sector]
      const call = [
        `${wave}-${++number}`,
        'RPPS',
        line.rpps,
        random.pick(days),
        line.channel,
        shown.join('|'),
        outcome,
      ]
      rows.push([...call, line.repEmail, ...where].join(';'))
    }
  }
  return `${rows.join('\n')}\n`
}

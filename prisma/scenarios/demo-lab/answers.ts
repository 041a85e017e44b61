import { addDays } from '#src/lib/calendar.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import type { DemoHcp } from './hcps.ts'

const habits = ['jamais', 'essai', 'reguliere', 'premiere'] as const

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

export const answersHeader = 'type_identifiant;identifiant;critere;valeur;date_observation;source'

/** Share of a sector's doctors that phoning reached: 62 to 97 % from one sector to the next. */
const reached = (sector: string): number =>
  0.62 + 0.05 * ((sector.charCodeAt(0) * 5 + Number(sector.slice(1)) * 3) % 8)

/**
 * What external sources know of the doctors on a day, one file a source: Icomed measures activity, phoning asks for
 * intention and habit. `wave` makes the next survey differ from the last one for some.
 */
export function answersCsv(
  hcps: readonly DemoHcp[],
  day: string,
  wave: number,
): { icomed: string; phoning: string } {
  const icomed = [answersHeader]
  const phoning = [answersHeader]
  for (const hcp of hcps) {
    const random = seededRandom(`answers ${wave} ${hcp.rpps}`)
    const line = (criterion: string, value: string | number, source: string, age: number) =>
      ['RPPS', hcp.rpps, criterion, value, addDays(day, -age), source].join(';')
    const measured = (criterion: string, value: number) => icomed.push(line(criterion, value, 'ICOMED', 20))
    const said = (criterion: string, value: string | number, age: number) =>
      phoning.push(line(criterion, value, 'PHONING', age))
    const potential = clamp(hcp.potential * (1 + 0.12 * random.normal()), 0, 1)
    const affinity = clamp(hcp.affinity + 0.08 * random.normal() + 0.02 * wave, 0, 1)
    if (random.chance(0.95)) measured('activite', Math.round(clamp(100 * potential ** 0.8, 0, 100)))
    if (random.chance(0.94)) measured('patients', Math.round(clamp(110 * potential, 0, 120)))
    const answered = random.chance(reached(hcp.sector))
    if (answered && random.chance(0.97)) said('intention', Math.round(10 * affinity), random.integer(40))
    if (answered && random.chance(0.97)) {
      const habit = Math.floor(4 * clamp(affinity + 0.15 * random.normal(), 0, 0.999))
      said('fidelite', habits[habit] ?? 'jamais', random.integer(40))
    }
    if (potential > 0.6 && random.chance(0.12)) said('leader', 'oui', 30)
  }
  return { icomed: `${icomed.join('\n')}\n`, phoning: `${phoning.join('\n')}\n` }
}

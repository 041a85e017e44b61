import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const file = fileURLToPath(
  new URL('../../../../shared/data/physicians-calls/detailing_counts.csv', import.meta.url),
)

const grid: Record<string, number> = { A1: 18, A2: 15, A3: 12, B1: 15, B2: 12, B3: 9, C1: 9, C2: 6, C3: 3 }

/** Goals of the scenario `reality`, worked out here apart from the segmentation of the engine. */
const read = () => {
  const byId = new Map<number, { id: number; scripts: number[]; calls: number[] }>()
  for (const row of readFileSync(file, 'utf8').trim().split('\n').slice(1)) {
    const [id = 0, month = 0, scripts = 0, calls = 0] = row.split(',').map(Number)
    const one = byId.get(id) ?? { id, scripts: [], calls: [] }
    one.scripts[month] = scripts
    one.calls[month] = calls
    byId.set(id, one)
  }
  const sum = (values: number[], from: number, to: number) =>
    values.slice(from, to + 1).reduce((a, b) => a + b, 0)
  const all = [...byId.values()]
    .toSorted((a, b) => a.id - b.id)
    .map((one) => {
      const potential = sum(one.scripts, 1, 12)
      const calls = sum(one.calls, 1, 12)
      return { ...one, potential, affinity: calls > 0 ? potential / calls : Number.NaN }
    })
  const total = all.reduce((whole, { potential }) => whole + potential, 0)
  const abc = (potential: number) => {
    const upTo = all.reduce((whole, one) => whole + (one.potential >= potential ? one.potential : 0), 0)
    return upTo / total <= 0.8 ? 'A' : upTo / total <= 0.95 ? 'B' : 'C'
  }
  const present = all
    .map(({ affinity }) => affinity)
    .filter((x) => !Number.isNaN(x))
    .toSorted((a, b) => a - b)
  const quantile = (p: number) => {
    const at = (present.length - 1) * p
    const low = present[Math.floor(at)] ?? 0
    return low + (at - Math.floor(at)) * ((present[Math.ceil(at)] ?? 0) - low)
  }
  const third = (affinity: number) => (affinity >= quantile(2 / 3) ? 1 : affinity >= quantile(1 / 3) ? 2 : 3)
  return all.map(({ id, calls, potential, affinity }, rank) => {
    const goal = grid[`${abc(potential)}${third(affinity)}`] ?? 0
    const [prior, february, june] = [sum(calls, 7, 12), sum(calls, 13, 14), sum(calls, 13, 18)]
    return {
      id,
      sector: Math.floor(rank / 25),
      goal,
      maxCredited: goal + 2,
      priorDone: prior,
      february,
      june,
    }
  })
}

/** The 500 physicians of the real panel as lines of the cycle January–June: goal, calls before, at two months, at six. */
export const physicianLines = { file, read }

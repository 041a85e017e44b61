// npm run bench [-- NAME…]: measures against peers, prints the ratios, keeps them in RESULTS.md.
import type { Bench } from './bench.ts'
import { withBenchDatabase } from './bench-database.ts'
import { engineBench } from './engine.ts'
import { firstLoadBench } from './first-load.ts'
import { forecastBench } from './forecast.ts'
import { importHcpsBench, importObservationsBench } from './import.ts'
import { officialRunBench } from './official-run.ts'
import { planKeystrokeBench } from './plan-keystroke.ts'
import { planReadBench } from './plan-read.ts'
import { whatIfBench } from './what-if.ts'
import { printLines, writeResults } from './results.ts'
import type { Line } from './lines.ts'

const benches: readonly Bench[] = [
  importObservationsBench,
  importHcpsBench,
  officialRunBench,
  planReadBench,
  engineBench,
  planKeystrokeBench,
  forecastBench,
  whatIfBench,
  firstLoadBench,
]

const names = benches.map(({ name }) => name)
const wanted = process.argv.slice(2)
const isNamed = (name: string, by: string) => name === by || name.startsWith(`${by}-`)
const unknown = wanted.filter((one) => !names.some((name) => isNamed(name, one)))
if (unknown.length > 0) {
  console.error(`No measurement is called ${unknown.join(', ')}; there are ${names.join(', ')}.`)
  process.exit(1)
}

const ran = new Map<string, Line[]>()
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.some((one) => isNamed(bench.name, one))) continue
  console.log(`Measuring ${bench.name}…`)
  const lines = bench.database ? await withBenchDatabase(bench.run) : await bench.run()
  printLines(bench.name, lines)
  ran.set(bench.name, lines)
  // After each one: an interruption keeps what was measured.
  writeResults(names, ran)
}
process.exit(0)

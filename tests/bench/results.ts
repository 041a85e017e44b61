import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Line } from './lines.ts'

const file = path.join(import.meta.dirname, 'RESULTS.md')
const header = ['bench', 'work', 'ours', 'peer', 'ratio', 'budget', 'met']

/** Versions of what was measured, by name; measurements add theirs. */
export const versions = new Map<string, string>([['Node', process.versions.node]])

const met = { true: 'yes', false: '**no**', null: '–' } as const

const cellsOf = (bench: string, line: Line): string[] => [
  bench,
  line.work,
  line.ours,
  line.peer,
  line.ratio,
  line.budget,
  met[`${line.met}`],
]

const rowOf = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** Rows of an earlier file, by measurement. */
function earlierRows(): Map<string, string[]> {
  const rows = new Map<string, string[]>()
  if (!existsSync(file)) return rows
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const bench = /^\| ([a-z-]+) \|/.exec(line)?.[1]
    if (bench && bench !== header[0]) rows.set(bench, [...(rows.get(bench) ?? []), line])
  }
  return rows
}

/** Machine and versions; those of measurements that did not run this time are kept from the earlier file. */
function machineLine(): string {
  const earlier = existsSync(file) ? (/^Versions: (.*)\.$/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '') : ''
  const all = new Map<string, string>()
  for (const one of earlier.split(', ')) {
    const [name, version] = one.split(' ')
    if (name && version) all.set(name, version)
  }
  for (const [name, version] of versions) all.set(name, version)
  const [load = 0] = os.loadavg()
  const memory = Math.round(os.totalmem() / 2 ** 30)
  return [
    `Machine: ${os.cpus().length} cores, ${memory} GiB, ${os.platform()} ${os.arch()}; load when last written: ${load.toFixed(1)}.`,
    `Versions: ${[...all].map(([name, version]) => `${name} ${version}`).join(', ')}.`,
  ].join('\n')
}

const preamble = `# Results

Written by \`npm run bench\`; \`npm run bench -- NAME\` measures one again and leaves the other lines as they are. Every
ratio is ours ÷ a peer that did the same in the same run, on the same data, turn by turn with ours: median of the runs,
fastest and slowest in brackets. Absolute times are this machine's; the ratios are what is held.`

/** Writes the lines of the measurements that ran over those of the file, in the order of all measurements. */
export function writeResults(order: readonly string[], ran: ReadonlyMap<string, readonly Line[]>): void {
  const earlier = earlierRows()
  const rows = order.flatMap(
    (bench) => ran.get(bench)?.map((line) => rowOf(cellsOf(bench, line))) ?? earlier.get(bench) ?? [],
  )
  const table = [rowOf(header), rowOf(header.map(() => '---')), ...rows].join('\n')
  writeFileSync(file, `${preamble}\n\n${machineLine()}\n\n${table}\n`)
}

export function printLines(bench: string, lines: readonly Line[]): void {
  for (const line of lines)
    console.log(
      `${bench.padEnd(12)} ${line.work}\n${' '.repeat(13)}ours ${line.ours}, peer ${line.peer}, ratio ${line.ratio}, budget ${line.budget}, met ${met[`${line.met}`]}`,
    )
}

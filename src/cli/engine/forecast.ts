import { exposedLaws, exposedPrior, type ExposedLines, forecastPerimeters } from '../../engine/index.ts'
import { CsvTable } from './csv-table.ts'
import { writeCsv, writeJson } from './files.ts'
import type { EngineCommand } from './engine-command.ts'

const header = ['group', 'lines', 'goal', 'earned', 'expected', 'low', 'high', 'probability']

export const command: EngineCommand = {
  usage:
    '--lines lines.csv [--keep 0.9] [--memory 0.2] [--out groups.csv]   ' +
    '(columns id,group,goal,max,weight,done,exposure,prior_done,prior_exposure)',
  options: {
    lines: { type: 'string' },
    keep: { type: 'string' },
    memory: { type: 'string' },
    out: { type: 'string' },
  },
  run: (options) => {
    const keepBps = options.share('keep', 0.9, 10_000)
    const memoryMilli = options.share('memory', 0.2, 1000)
    const { lines, groups, of } = readLines(new CsvTable(options.file('lines')))
    const prior = exposedPrior(lines)
    const laws = exposedLaws(lines, prior, memoryMilli)
    const chances = forecastPerimeters(laws, { of, count: groups.length }, { keepBps })
    const counts = new Int32Array(groups.length)
    for (const group of of) counts[group] = (counts[group] ?? 0) + 1
    const contacts = (column: Float64Array, group: number) => (column[group] ?? NaN) / 1000
    const rows = groups.map((name, group) => [
      name,
      counts[group] ?? 0,
      contacts(chances.goalMilli, group),
      contacts(chances.earnedMilli, group),
      contacts(chances.meanMilli, group),
      contacts(chances.lowMilli, group),
      contacts(chances.highMilli, group),
      chances.probability[group] ?? NaN,
    ])
    const out = options.out()
    writeCsv(header, rows, out)
    if (out !== undefined) writeJson(prior)
  },
}

function readLines(table: CsvTable): { lines: ExposedLines; groups: string[]; of: Int32Array } {
  table.texts('id')
  const group = table.neededTexts('group')
  const names = Array.from({ length: table.rows }, (_, row) => group(row))
  const groups = [...new Set(names)]
  const position = new Map(groups.map((name, index) => [name, index]))
  const integers = (read: (row: number) => number) =>
    Int32Array.from({ length: table.rows }, (_, row) => read(row))
  const numbers = (read: (row: number) => number) =>
    Float64Array.from({ length: table.rows }, (_, row) => read(row))
  const count = (column: string, empty?: number) =>
    integers(table.amounts(column, { whole: true, ...(empty === undefined ? {} : { empty }) }))
  const weight = table.amounts('weight', { empty: 1 })
  return {
    lines: {
      goal: count('goal'),
      maxCredited: count('max', -1),
      weightMilli: integers((row) => {
        const milli = Math.round(weight(row) * 1000)
        if (Math.abs(milli - weight(row) * 1000) > 1e-6)
          throw table.wrong(row, 'weight', `${weight(row)} has more than three decimals`)
        return milli
      }),
      done: count('done'),
      priorDone: count('prior_done', 0),
      exposure: numbers(table.amounts('exposure')),
      priorExposure: numbers(table.amounts('prior_exposure', { empty: 0 })),
    },
    groups,
    of: Int32Array.from(names, (name) => position.get(name) ?? -1),
  }
}

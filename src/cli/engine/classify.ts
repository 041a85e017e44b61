import { type Classification, classOf, cutOffs } from '../../engine/index.ts'
import { misused } from './command-error.ts'
import { CsvTable } from './csv-table.ts'
import { writeCsv } from './files.ts'
import type { Options } from './options.ts'
import type { EngineCommand } from './engine-command.ts'

export const command: EngineCommand = {
  usage:
    '--data FILE --id COLUMN --value COLUMN --method thresholds|quantiles|rank|volume|abc|abc-count ' +
    '[--cuts 10,5] [--k 5] [--limits 80,95] [--reach] [--out FILE]',
  options: {
    data: { type: 'string' },
    id: { type: 'string' },
    value: { type: 'string' },
    method: { type: 'string' },
    cuts: { type: 'string' },
    k: { type: 'string' },
    limits: { type: 'string' },
    reach: { type: 'boolean' },
    out: { type: 'string' },
  },
  run: (options) => {
    const [id, column] = [options.needed('id'), options.needed('value')]
    const classification = classificationOf(options)
    const table = new CsvTable(options.file('data'))
    const [ids, texts, number] = [table.texts(id), table.texts(column), table.numbers(column)]
    const values = Float64Array.from({ length: table.rows }, (_, row) => number(row))
    const cuts = cutOffs(classification, values.filter((value) => !Number.isNaN(value)).sort())
    // SAS numbers its groups from the lowest, 0; classes are numbered from the best, 1.
    const label = (position: number) =>
      classification.method === 'ranks' ? classification.k - 1 - position : position + 1
    const rows = Array.from(values, (value, row) => {
      const position = classOf(value, cuts)
      return [ids(row), texts(row), position < 0 ? null : label(position)]
    })
    writeCsv(['id', 'value', 'class'], rows, options.out())
  },
}

const parameters: Record<string, readonly string[]> = {
  thresholds: ['cuts'],
  quantiles: ['k'],
  rank: ['k'],
  volume: ['k'],
  abc: ['limits', 'reach'],
  'abc-count': ['limits', 'reach'],
}

function classificationOf(options: Options): Classification {
  const method = options.needed('method')
  const own = Object.hasOwn(parameters, method) ? parameters[method] : undefined
  if (!own) throw misused(`--method is one of ${Object.keys(parameters).join(', ')}, not ${method}.`)
  for (const name of ['cuts', 'k', 'limits', 'reach'])
    if (options.has(name) && !own.includes(name))
      throw misused(`--${name} says nothing to the method ${method}.`)
  const reach = options.has('reach')
  switch (method) {
    case 'thresholds':
      return { method, cuts: cutsOf(options) }
    case 'abc':
      return { method, limitsBps: limitsOf(options, [80, 95]), reach }
    case 'abc-count':
      return { method: 'headcount', limitsBps: limitsOf(options, [20, 50]), reach }
    case 'rank':
      return { method: 'ranks', k: options.whole('k', 5, 2, 1000) }
    default:
      return { method: method === 'volume' ? 'volume' : 'quantiles', k: options.whole('k', 5, 2, 1000) }
  }
}

function cutsOf(options: Options): number[] {
  options.needed('cuts')
  const cuts = [...options.numbers('cuts', [])]
  if (cuts.some((cut, index) => index > 0 && cut >= (cuts[index - 1] ?? 0)))
    throw misused('--cuts is a list of cut-offs, the highest first.')
  return cuts
}

function limitsOf(options: Options, otherwise: readonly number[]): number[] {
  const limits = options.numbers('limits', otherwise).map((percent) => Math.round(percent * 1e8) / 1e6)
  const rises = limits.every((limit, index) => limit >= (limits[index - 1] ?? 0) && limit <= 10_000)
  if (!rises || !limits.every(Number.isInteger))
    throw misused('--limits is a list of percentages that rise from 0 to 100, two decimals at most.')
  return limits
}

import {
  rfmCode,
  type RfmCutPoints,
  rfmCutPoints,
  rfmScores,
  type RfmScores,
  rfmSegment,
  type RfmSegment,
} from '../../engine/index.ts'
import { misused } from './command-error.ts'
import { CsvTable } from './csv-table.ts'
import { writeCsv } from './files.ts'
import { type Customer, customersOfOrders } from './orders.ts'
import type { Options } from './options.ts'
import { readRfmRules } from './rfm-rules.ts'
import type { EngineCommand } from './engine-command.ts'

const dimensions = ['recency', 'frequency', 'monetary'] as const

export const command: EngineCommand = {
  usage:
    '--data FILE --id COLUMN (--date COLUMN --amount COLUMN --as-of YYYY-MM-DD | --recency COLUMN ' +
    '--frequency COLUMN --monetary COLUMN) [--k 5 | --recency-bins 30,90 --frequency-bins 2,5 ' +
    '--monetary-bins 100,500] [--segments rules.json] [--out FILE]',
  options: {
    data: { type: 'string' },
    id: { type: 'string' },
    date: { type: 'string' },
    amount: { type: 'string' },
    'as-of': { type: 'string' },
    recency: { type: 'string' },
    frequency: { type: 'string' },
    monetary: { type: 'string' },
    k: { type: 'string' },
    'recency-bins': { type: 'string' },
    'frequency-bins': { type: 'string' },
    'monetary-bins': { type: 'string' },
    segments: { type: 'string' },
    out: { type: 'string' },
  },
  run: (options) => {
    const customers = readCustomers(options)
    const cutPoints = cutPointsOf(options, customers)
    const segments = options.has('segments') ? readRfmRules(options.file('segments')) : null
    const header = ['id', ...dimensions, 'r', 'f', 'm', 'code', 'segment']
    const rows = customers.map((one) => [
      one.id,
      one.recency,
      one.frequency,
      one.monetary,
      ...scored(one, cutPoints, segments),
    ])
    writeCsv(header, rows, options.out())
  },
}

function scored(customer: Customer, cutPoints: RfmCutPoints, segments: readonly RfmSegment[] | null) {
  if (dimensions.some((dimension) => Number.isNaN(customer[dimension]))) return [null, null, null, null, null]
  const scores: RfmScores = rfmScores(customer, cutPoints)
  const segment = segments && (rfmSegment(scores, segments) ?? 'Others')
  return [scores.recency, scores.frequency, scores.monetary, rfmCode(scores), segment]
}

function readCustomers(options: Options): readonly Customer[] {
  const id = options.needed('id')
  const fromOrders = ['date', 'amount', 'as-of'].filter((name) => options.has(name))
  const fromColumns = dimensions.filter((name) => options.has(name))
  if (fromOrders.length > 0 && fromColumns.length > 0)
    throw misused(
      'Give orders (--date --amount --as-of) or figures (--recency --frequency --monetary), not both.',
    )
  if (fromColumns.length === 0) return customersOfOrders(options, id)
  const columns = dimensions.map((dimension) => options.needed(dimension))
  const table = new CsvTable(options.file('data'))
  const ids = table.texts(id)
  const [recency, frequency, monetary] = columns.map((column) => table.numbers(column))
  return Array.from({ length: table.rows }, (_, row) => ({
    id: ids(row),
    recency: recency?.(row) ?? NaN,
    frequency: frequency?.(row) ?? NaN,
    monetary: monetary?.(row) ?? NaN,
  }))
}

function cutPointsOf(options: Options, customers: readonly Customer[]): RfmCutPoints {
  const given = dimensions.filter((dimension) => options.has(`${dimension}-bins`))
  if (given.length > 0 && options.has('k')) throw misused('Give --k or the bins, not both.')
  const k = options.whole('k', 5, 2, 9)
  const points = (dimension: (typeof dimensions)[number]): readonly number[] => {
    if (given.length === 0)
      return rfmCutPoints(
        Float64Array.from(customers, (one) => one[dimension]),
        k,
      )
    options.needed(`${dimension}-bins`)
    const bins = options.numbers(`${dimension}-bins`, [])
    if (bins.length > 8 || bins.some((bin, index) => index > 0 && bin < (bins[index - 1] ?? 0)))
      throw misused(`--${dimension}-bins is a list of at most 8 cut points that rise.`)
    return bins
  }
  return { recency: points('recency'), frequency: points('frequency'), monetary: points('monetary') }
}

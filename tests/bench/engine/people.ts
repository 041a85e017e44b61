import {
  createDataset,
  emptyConfiguration,
  type Condition,
  type Configuration,
  type Dataset,
  type DatasetInput,
} from '#src/engine/index.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'

export const criteria = Array.from({ length: 12 }, (_, index) => `c${index + 1}`)
export const sectorCount = 2000

/** Weights of the first axis over eight criteria, and of the second over four. */
export const potentialTerms = [5, 4, 3, 3, 2, 2, 1, 1].map((weight, index) => ({
  criterion: `c${index + 1}`,
  weight,
}))
export const affinityTerms = [4, 3, 2, 1].map((weight, index) => ({ criterion: `c${index + 9}`, weight }))

/** Whole numbers from 0 to 100, a twentieth missing: sums are exact on both sides. */
export function columns(rows: number): Record<string, Float64Array> {
  const random = seededRandom('bench people')
  return Object.fromEntries(
    criteria.map((code) => [
      code,
      Float64Array.from({ length: rows }, () =>
        random.uniform() < 0.05 ? NaN : Math.floor(101 * random.uniform() ** 2),
      ),
    ]),
  )
}

/** The sector of each row, in 0 … sectorCount − 1. */
export const sectorOf = (row: number): number => (row * 7919) % sectorCount

const idOf = (row: number) => `h${String(row).padStart(8, '0')}`

export function dataset(values: Readonly<Record<string, Float64Array>>): Dataset {
  const rows = values['c1']?.length ?? 0
  const input: DatasetInput = {
    hcpIds: Array.from({ length: rows }, (_, row) => idOf(row)),
    referenceDay: '2026-03-31',
    criteria: Object.fromEntries(
      Object.entries(values).map(([code, numbers]) => [code, { kind: 'number' as const, values: numbers }]),
    ),
  }
  return createDataset(input)
}

/** Three classes by five: fifteen cells, ten segments. */
export const cells = [
  ['s1', 's1', 's2', 's3', 's4'],
  ['s2', 's3', 's4', 's5', 's6'],
  ['s7', 's8', 's8', 's9', 's10'],
] as const
export const segmentCodes = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8', 's9', 's10'] as const

const compare = (code: string, comparison: '>=' | '<' | '=', value: number): Condition => ({
  op: 'compare',
  field: { kind: 'criterion', code },
  comparison,
  value,
})

export const rules: readonly { segment: string | null; condition: Condition; sql: string }[] = [
  { segment: 's1', condition: compare('c1', '>=', 98), sql: 'c1 >= 98' },
  {
    segment: 's2',
    condition: { op: 'and', terms: [compare('c2', '>=', 90), compare('c9', '>=', 80)] },
    sql: 'c2 >= 90 AND c9 >= 80',
  },
  {
    segment: 's10',
    condition: {
      op: 'and',
      terms: [
        { op: 'in', field: { kind: 'class', axis: 'potential' }, values: ['B', 'C'] },
        compare('c12', '=', 0),
      ],
    },
    sql: 'abc IN (1, 2) AND c12 = 0',
  },
  {
    segment: null,
    condition: { op: 'between', field: { kind: 'criterion', code: 'c3' }, low: 64, high: 65 },
    sql: 'c3 BETWEEN 64 AND 65',
  },
  {
    segment: 's9',
    condition: { op: 'or', terms: [compare('c4', '=', 100), compare('c5', '=', 100)] },
    sql: 'c4 = 100 OR c5 = 100',
  },
]

/** Visits, then e-mails, by segment; the last segments get none. */
export const visits: Readonly<Record<string, number>> = {
  s1: 6,
  s2: 5,
  s3: 4,
  s4: 4,
  s5: 3,
  s6: 2,
  s7: 2,
  s8: 1,
}
export const mails: Readonly<Record<string, number>> = { s1: 2, s2: 2, s3: 2, s4: 1, s5: 1, s9: 1 }
export const visitLoadMilli = 1000

export function configuration(): Configuration {
  const weighted = (terms: readonly { criterion: string; weight: number }[]) => ({
    kind: 'weighted' as const,
    terms: terms.map((term) => ({ ...term, normalisation: 'identity' as const })),
    minimumShareBps: 5000,
  })
  const classes = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))
  const common = { missing: { policy: 'unqualified' as const }, groupBy: null }
  const row = (segment: string, channel: string, contacts: number) => ({
    segment,
    channel,
    contacts,
    maxCredited: null,
    minimum: 1,
    priority: segmentCodes.findIndex((code) => code === segment) + 1,
    presentations: [],
  })
  return {
    ...emptyConfiguration(),
    criteria: criteria.map((code) => ({
      code,
      kind: 'NUMBER',
      required: true,
      help: { fr: code, en: code },
      minimum: 0,
      maximum: 100,
      options: [],
      validityMonths: null,
      sources: ['FIELD'],
    })),
    segmentations: [
      {
        code: 'general',
        axes: [
          {
            code: 'potential',
            name: 'Potential',
            source: weighted(potentialTerms),
            ...common,
            classification: { method: 'abc', limitsBps: [8000, 9500], reach: false },
            classes: classes(['A', 'B', 'C']),
          },
          {
            code: 'affinity',
            name: 'Affinity',
            source: weighted(affinityTerms),
            ...common,
            classification: { method: 'quantiles', k: 5 },
            classes: classes(['q1', 'q2', 'q3', 'q4', 'q5']),
          },
        ],
        matrix: { rows: 'potential', columns: 'affinity', cells: cells.map((line) => [...line]) },
        segments: segmentCodes.map((code, index) => ({
          code,
          name: code,
          colour: '#335577',
          rank: index + 1,
          valueMilli: 1000,
        })),
        rules: rules.map(({ segment, condition }, index) => ({
          id: `r${index + 1}`,
          condition,
          outcome: segment === null ? { kind: 'exclude' } : { kind: 'segment', segment },
        })),
      },
    ],
    grid: {
      segmentation: 'general',
      combine: 'max',
      rows: [
        ...Object.entries(visits).map(([segment, contacts]) => row(segment, 'visit', contacts)),
        ...Object.entries(mails).map(([segment, contacts]) => row(segment, 'email', contacts)),
      ],
    },
    fit: { method: 'priority' },
  }
}

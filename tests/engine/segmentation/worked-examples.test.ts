import { describe, expect, it } from 'vitest'
import { segment, type Classification } from '#src/engine/index.ts'
import { leadModel, leadScore, type LeadOutcome, type PastLead } from '#src/engine/score/lead-scoring.ts'
import { lifetimeValue } from '#src/engine/score/lifetime-value.ts'
import { rfmCode, rfmScores } from '#src/engine/score/rfm.ts'
import { oneAxis } from './fixture.ts'

const turnover = [9000, 8125, 900, 900, 800, 600, 500, 375, 200, 10]

function classesOf(values: readonly number[], classification: Classification, classes: number): number[] {
  const { dataset, configuration } = oneAxis(values, classification, classes)
  const [result] = segment(dataset, configuration, 'general').axes
  return Array.from(result?.classes ?? [], (one) => one + 1)
}

const lettersOf = (classes: readonly number[]) => classes.map((one) => 'ABC'.charAt(one - 1)).join('')
const percent = (share: number) => (share * 100).toFixed(2)

function leads(tags: string[], lost: number, won: number): PastLead[] {
  const many = (count: number, outcome: LeadOutcome) =>
    Array.from({ length: count }, () => ({ values: { tag: tags }, outcome }))
  return [...many(lost, 'lost'), ...many(won, 'won'), ...many(1, 'pending')]
}

/** Every worked example of qualification and segmentation, by name: what comes out, what must. */
const examples: Record<string, [actual: () => unknown, expected: unknown]> = {
  'ABC by value 80/95: A holds the first two': [
    () =>
      lettersOf(classesOf(turnover, { method: 'abc', limitsBps: [8000, 9500], reach: false }, 3)).slice(0, 4),
    'AABB',
  ],
  'ABC by value, limit 85: the two 900s stay together, out of A': [
    () =>
      lettersOf(classesOf(turnover, { method: 'abc', limitsBps: [8500, 9500], reach: false }, 3)).slice(0, 4),
    'AABB',
  ],
  'ABC by value, limit 85 reached: the two 900s enter A together': [
    () =>
      lettersOf(classesOf(turnover, { method: 'abc', limitsBps: [8500, 9500], reach: true }, 3)).slice(0, 5),
    'AAAAB',
  ],
  'head-count 20/50, n = 10': [
    () =>
      lettersOf(
        classesOf(
          [10, 9, 8, 7, 6, 5, 4, 3, 2, 1],
          { method: 'headcount', limitsBps: [2000, 5000], reach: false },
          3,
        ),
      ),
    'AABBBCCCCC',
  ],
  'head-count 20/50, n = 7': [
    () =>
      lettersOf(
        classesOf([7, 6, 5, 4, 3, 2, 1], { method: 'headcount', limitsBps: [2000, 5000], reach: false }, 3),
      ),
    'ABBCCCC',
  ],
  'volume n-tiles, k = 4, turnover': [
    () => classesOf(turnover, { method: 'volume', k: 4 }, 4),
    [1, 2, 4, 4, 4, 4, 4, 4, 4, 4],
  ],
  'volume n-tiles, k = 4, 40 25 15 10 5 5': [
    () => classesOf([40, 25, 15, 10, 5, 5], { method: 'volume', k: 4 }, 4),
    [1, 2, 3, 4, 4, 4],
  ],
  'SAS rank groups 7, 3, 2, 8 with k = 4 → groups 2, 1, 0, 3': [
    () => classesOf([7, 3, 2, 8], { method: 'ranks', k: 4 }, 4).map((one) => 4 - one),
    [2, 1, 0, 3],
  ],
  'percentile rank 3, 7, 7, 10': [
    () => {
      const terms = [{ criterion: 'x', weight: 1, normalisation: 'percentile' as const }]
      const source = { kind: 'weighted' as const, terms, minimumShareBps: 5000 }
      const { dataset, configuration } = oneAxis([3, 7, 7, 10], { method: 'quantiles', k: 2 }, 2, { source })
      return [...(segment(dataset, configuration, 'general').axes[0]?.values ?? [])]
    },
    [12.5, 50, 50, 87.5],
  ],
  'RFM codes': [
    () => {
      const cutPoints = { recency: [1, 4, 7, 10], frequency: [10, 20, 30, 40], monetary: [5, 10, 20, 50] }
      const customers: [string, number, number][] = [
        ['2008-05', 12, 6],
        ['2008-01', 18, 9],
        ['2007-11', 35, 40],
        ['2008-07', 1, 1],
        ['2008-03', 40, 90],
      ]
      return customers.map(([month, frequency, monetary]) => {
        const recency = (2008 - Number(month.slice(0, 4))) * 12 + 7 - Number(month.slice(5))
        return rfmCode(rfmScores({ recency, frequency, monetary }, cutPoints))
      })
    },
    [422, 322, 244, 511, 355],
  ],
  'naive Bayes: none, tag 1, tag 2, both': [
    () => {
      const model = leadModel([...leads(['1'], 30, 19), ...leads(['2'], 40, 9), ...leads(['1', '2'], 35, 14)])
      return [[], ['1'], ['2'], ['1', '2']].map((tag) => percent(leadScore(model, { values: { tag } })))
    },
    ['28.60', '33.69', '23.51', '28.05'],
  ],
  'LTV: margin 100, r .8, i .1, 5 years': [() => lifetimeValue(100, 0.8, 0.1, 5).toFixed(2), '292.06'],
}

describe('worked examples of qualification and segmentation', () => {
  it.each(Object.entries(examples))('%s', (_, [actual, expected]) => {
    expect(actual()).toEqual(expected)
  })

  it('lists them all', () => {
    expect(Object.keys(examples)).toHaveLength(12)
  })

  it('cumulated shares of the turnover begin 42.04, 79.99', () => {
    const total = turnover.reduce((sum, value) => sum + value, 0)
    expect([percent(9000 / total), percent(17_125 / total)]).toEqual(['42.04', '79.99'])
  })
})

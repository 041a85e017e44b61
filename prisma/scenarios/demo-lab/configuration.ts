import type { Axis, Configuration, Grid, Segmentation } from '#src/engine/index.ts'

const axis = (
  code: string,
  name: string,
  terms: readonly (readonly [string, number])[],
  cuts: number[],
  classes: readonly (readonly [string, string])[],
): Axis => ({
  code,
  name,
  source: {
    kind: 'weighted',
    terms: terms.map(([criterion, weight]) => ({
      criterion,
      weight,
      normalisation: criterion === 'patients' ? 'minmax' : 'identity',
    })),
    minimumShareBps: 5000,
  },
  missing: { policy: 'unqualified' },
  groupBy: null,
  classification: { method: 'thresholds', cuts },
  classes: classes.map(([classCode, className]) => ({ code: classCode, name: className })),
})

// Name, colour, value of a contact there (thousandths); the rank is the place in the list.
const segments: readonly (readonly [code: string, name: string, colour: string, valueMilli: number])[] = [
  ['piliers', 'Piliers', '#1b4b91', 1600],
  ['developper', 'À développer', '#1f7a8c', 1500],
  ['conquerir', 'À conquérir', '#12806a', 1300],
  ['fideles', 'Fidèles', '#5b7a1f', 1000],
  ['prometteurs', 'Prometteurs', '#96650f', 900],
  ['reveiller', 'À réveiller', '#b04a2a', 800],
  ['soutiens', 'Soutiens', '#ae3d63', 500],
  ['veille', 'Veille', '#75624f', 300],
  ['hors-cible', 'Hors cible', '#66717a', 0],
]

/** Potential × affinity, three by three, nine named segments, three rules. */
export function demoSegmentation(cuts: {
  potential: [number, number]
  affinity: [number, number]
}): Segmentation {
  return {
    code: 'general',
    axes: [
      axis(
        'potentiel',
        'Potentiel',
        [
          ['patients', 0.6],
          ['activite', 0.4],
        ],
        cuts.potential,
        [
          ['A', 'A'],
          ['B', 'B'],
          ['C', 'C'],
        ],
      ),
      axis(
        'affinite',
        'Affinité',
        [
          ['intention', 0.5],
          ['fidelite', 0.5],
        ],
        cuts.affinity,
        [
          ['1', 'Forte'],
          ['2', 'Moyenne'],
          ['3', 'Faible'],
        ],
      ),
    ],
    matrix: {
      rows: 'potentiel',
      columns: 'affinite',
      cells: [
        ['piliers', 'developper', 'conquerir'],
        ['fideles', 'prometteurs', 'reveiller'],
        ['soutiens', 'veille', 'hors-cible'],
      ],
    },
    segments: segments.map(([code, name, colour, valueMilli], index) => ({
      code,
      name,
      colour,
      rank: index + 1,
      valueMilli,
    })),
    rules: [
      {
        id: 'leaders',
        condition: {
          op: 'and',
          terms: [
            { op: 'compare', field: { kind: 'criterion', code: 'leader' }, comparison: '=', value: true },
            { op: 'in', field: { kind: 'class', axis: 'potentiel' }, values: ['B', 'C'] },
          ],
        },
        outcome: { kind: 'segment', segment: 'developper' },
      },
      {
        id: 'endocrinologues',
        condition: {
          op: 'and',
          terms: [
            {
              op: 'compare',
              field: { kind: 'attribute', name: 'specialty' },
              comparison: '=',
              value: 'Endocrinologie',
            },
            { op: 'compare', field: { kind: 'class', axis: 'potentiel' }, comparison: '=', value: 'A' },
          ],
        },
        outcome: { kind: 'segment', segment: 'piliers' },
      },
      {
        id: 'geriatres-c',
        condition: {
          op: 'and',
          terms: [
            {
              op: 'compare',
              field: { kind: 'attribute', name: 'specialty' },
              comparison: '=',
              value: 'Gériatrie',
            },
            { op: 'compare', field: { kind: 'class', axis: 'potentiel' }, comparison: '=', value: 'C' },
          ],
        },
        outcome: { kind: 'segment', segment: 'hors-cible' },
      },
    ],
  }
}

// Contacts by segment: visits, remote visits, phone, e-mail; the last three segments are not targets.
const contacts: Readonly<
  Record<string, readonly [visit: number, remote: number, phone: number, email: number]>
> = {
  piliers: [4, 1, 0, 1],
  developper: [3, 1, 0, 1],
  conquerir: [3, 0, 1, 0],
  fideles: [2, 1, 0, 0],
  prometteurs: [2, 0, 1, 0],
  reveiller: [1, 0, 1, 0],
}

/** Products of the visits of a segment, the first one first; `rank` from 0. */
const shownTo = (rank: number): string[] => (rank < 3 ? ['CARDELAN', 'GLUCELYS', 'NEFRIVO'] : ['CARDELAN'])

/** `more` is added to the visits of the first three segments. */
export function demoGrid(
  channels: readonly [visit: string, remote: string, phone: string, email: string],
  more = 0,
): Grid {
  const rows: Grid['rows'] = []
  Object.entries(contacts).forEach(([segment, numbers], rank) => {
    numbers.forEach((number, index) => {
      const visit = index === 0
      const goal = visit && rank < 3 ? number + more : number
      const channel = channels[index]
      if (goal === 0 || !channel) return
      // One visit fewer than planned may show a product: a visit that speaks of something else breaks no plan.
      const products = visit && goal > 1 ? shownTo(rank) : []
      rows.push({
        segment,
        channel,
        contacts: goal,
        maxCredited: goal + (visit ? 2 : 1),
        minimum: 1,
        priority: rank + 1,
        presentations: products.map((product, place) => ({
          product,
          presentations: Math.max(1, goal - 1 - place),
          position: place + 1,
        })),
      })
    })
  })
  return { segmentation: 'general', combine: 'max', rows }
}

export const demoLimits: Configuration['limits'] = {
  deadline: { mode: 'refuse' },
  frequency: { minimum: 1, maximum: 6, mode: 'refuse' },
  changes: { maximum: null, maximumShareBps: 1500, mode: 'refuse' },
  reasonRequired: true,
  atDeadline: 'theory',
}

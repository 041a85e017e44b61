import type { Axis, Configuration, Grid, Segmentation } from '#src/engine/index.ts'
import type { CriterionDto } from '#src/contracts/qualification.ts'

export const source = 'PANEL'
export const product = 'DRUG'

const goals: Readonly<Record<string, number>> = {
  A1: 18,
  A2: 15,
  A3: 12,
  B1: 15,
  B2: 12,
  B3: 9,
  C1: 9,
  C2: 6,
  C3: 3,
}
const colours = [
  '#1b4b91',
  '#1f7a8c',
  '#12806a',
  '#5b7a1f',
  '#96650f',
  '#b04a2a',
  '#ae3d63',
  '#75624f',
  '#66717a',
]

const criterion = (code: string, fr: string, en: string): CriterionDto => ({
  code,
  kind: 'NUMBER',
  level: 'HCP',
  unit: null,
  labels: { fr, en },
  help: { fr: '', en: '' },
  required: code === 'prescriptions',
  minimum: 0,
  maximum: null,
  options: [],
  validityMonths: null,
  sources: [source],
})

export const criteria: readonly CriterionDto[] = [
  criterion('prescriptions', 'Prescriptions sur douze mois', 'Prescriptions over twelve months'),
  criterion('affinity', 'Prescriptions par visite', 'Prescriptions a call'),
]

const classes = (codes: string): Axis['classes'] => codes.split('').map((code) => ({ code, name: code }))

export const segmentation: Segmentation = {
  code: 'general',
  axes: [
    {
      code: 'potential',
      name: 'Potentiel',
      source: { kind: 'criterion', criterion: 'prescriptions' },
      missing: { policy: 'lowest' },
      groupBy: null,
      classification: { method: 'abc', limitsBps: [8000, 9500], reach: false },
      classes: classes('ABC'),
    },
    {
      code: 'affinity',
      name: 'Affinité',
      source: { kind: 'criterion', criterion: 'affinity' },
      missing: { policy: 'lowest' },
      groupBy: null,
      classification: { method: 'quantiles', k: 3 },
      classes: classes('123'),
    },
  ],
  matrix: {
    rows: 'potential',
    columns: 'affinity',
    cells: ['A', 'B', 'C'].map((row) => ['1', '2', '3'].map((column) => row + column)),
  },
  segments: Object.keys(goals).map((code, index) => ({
    code,
    name: code,
    colour: colours[index] ?? '#66717a',
    rank: index + 1,
    valueMilli: 1000,
  })),
  rules: [],
}

export const grid: Grid = {
  segmentation: 'general',
  combine: 'max',
  rows: Object.entries(goals).map(([segment, contacts], index) => ({
    segment,
    channel: 'VISITE',
    contacts,
    maxCredited: contacts + 2,
    minimum: 1,
    priority: index + 1,
    presentations: [{ product, presentations: contacts, position: 1 }],
  })),
}

/** Kept from 80 % on; the memory and the tolerance are the usual ones. */
export const followUp: Partial<Configuration['followUp']> = {
  toleranceBps: 2000,
  keepBps: 8000,
  memoryMilli: 200,
}

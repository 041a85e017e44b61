import {
  configurationSchema,
  createDataset,
  emptyConfiguration,
  type Axis,
  type Classification,
  type Condition,
  type Configuration,
  type ConfigurationInput,
  type CriterionKind,
  type CycleCriterion,
  type Dataset,
  type Rule,
} from '#src/engine/index.ts'
import { booleanColumn, codeColumn, dayColumn, numberColumn } from '#src/lib/columns/build-columns.ts'
import type { Column } from '#src/lib/columns/column-types.ts'

export type Answer = number | string | boolean | null

export function criterion(
  code: string,
  kind: CriterionKind = 'NUMBER',
  rest: Partial<CycleCriterion> = {},
): CycleCriterion {
  return {
    code,
    kind,
    required: true,
    help: { fr: '', en: '' },
    minimum: null,
    maximum: null,
    options: [],
    validityMonths: null,
    sources: ['field'],
    ...rest,
  }
}

export const letters = (count: number) =>
  Array.from({ length: count }, (_, index) => 'ABCDEFGHIJ'.charAt(index))
const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: code }))

export function axis(
  code: string,
  classification: Classification,
  classes: number,
  rest: Partial<Axis> = {},
): Axis {
  return {
    code,
    name: code,
    source: { kind: 'criterion', criterion: code },
    missing: { policy: 'unqualified' },
    groupBy: null,
    classification,
    classes: named(letters(classes)),
    ...rest,
  }
}

/** Two axes crossed, one segment a cell, named row class + column class: AA, AB … */
export function configurationOf({
  criteria,
  axes,
  rules = [],
  universe = null,
  rest = {},
}: {
  criteria: CycleCriterion[]
  axes: [Axis, ...Axis[]]
  rules?: Rule[]
  universe?: Condition | null
  rest?: Partial<ConfigurationInput>
}): Configuration {
  const [rows, columns = rows] = axes
  const cells = rows.classes.map((row) => columns.classes.map((column) => row.code + column.code))
  const segments = cells
    .flat()
    .map((code, index) => ({ code, name: code, colour: '#0b7285', rank: (index % 99) + 1, valueMilli: 1000 }))
    .slice(0, 30)
  return configurationSchema.parse({
    ...emptyConfiguration(),
    universe,
    criteria,
    segmentations: [
      { code: 'general', axes, matrix: { rows: rows.code, columns: columns.code, cells }, segments, rules },
    ],
    ...rest,
  })
}

export type Row = {
  id: string
  answers: Record<string, Answer>
  specialty?: string | null
  region?: string | null
  previous?: string | null
}

export function datasetOf(rows: readonly Row[], criteria: readonly CycleCriterion[]): Dataset {
  const columns = criteria.map((one): [string, Column] => [
    one.code,
    columnOf(
      one.kind,
      rows.map((row) => row.answers[one.code] ?? null),
    ),
  ])
  return createDataset({
    hcpIds: rows.map((row) => row.id),
    referenceDay: '2026-06-30',
    criteria: Object.fromEntries(columns),
    attributes: {
      specialty: codeColumn(rows.map((row) => row.specialty ?? null)),
      region: codeColumn(rows.map((row) => row.region ?? null)),
    },
    previousSegment: codeColumn(rows.map((row) => row.previous ?? null)),
  })
}

function columnOf(kind: CriterionKind, answers: readonly Answer[]): Column {
  if (kind === 'BOOLEAN') return booleanColumn(answers.map((one) => (typeof one === 'boolean' ? one : null)))
  if (kind === 'CHOICE') return codeColumn(answers.map((one) => (typeof one === 'string' ? one : null)))
  if (kind === 'DATE') return dayColumn(answers.map((one) => (typeof one === 'string' ? one : null)))
  return numberColumn(answers.map((one) => (typeof one === 'number' ? one : null)))
}

/** One criterion `x` under one axis, hcps numbered in the order of the values. */
export function oneAxis(
  values: readonly (number | null)[],
  classification: Classification,
  classes: number,
  rest: Partial<Axis> = {},
) {
  const x = criterion('x')
  const rows = values.map((value, index) => ({ id: String(index).padStart(7, '0'), answers: { x: value } }))
  return {
    dataset: datasetOf(rows, [x]),
    configuration: configurationOf({ criteria: [x], axes: [axis('x', classification, classes, rest)] }),
  }
}

import type { Formula } from '../configuration/conditions.ts'
import type { Axis, AxisSource, Classification, Segmentation } from '../configuration/segmentation.ts'
import { presetCells, presetSegments, type PresetName } from './preset-cells.ts'
import {
  axisNames,
  halves,
  letters,
  level,
  scores,
  size,
  strength,
  turnoverClasses,
  type NamedCode,
} from './preset-words.ts'

export type PresetRole = keyof typeof axisNames

/** What each ready matrix asks a criterion for: its lines, its columns, then its layers. */
export const presetRoles: Record<PresetName, readonly PresetRole[]> = {
  '3x3': ['potential', 'affinity'],
  '5x3': ['potential', 'affinity'],
  'abc-crossed': ['turnover', 'potential'],
  ipo: ['potential', 'accessibility'],
  abcd: ['turnover', 'frequency'],
  pmg: ['turnover', 'affinity'],
  rfm: ['recency', 'frequency', 'monetary'],
}

export type PresetOptions = {
  /** Criterion code by role: each role of `presetRoles`. */
  readonly criteria: Partial<Readonly<Record<PresetRole, string>>>
  readonly locale: 'fr' | 'en'
  /** Of a segment by its rank, `#rrggbb`. */
  readonly colourOf: (rank: number) => string
  /** Code of the segmentation, `general` by default. */
  readonly code?: string
  /**
   * Cut points by role, ascending, in the unit that the axis reads, instead of shares and quantiles of the data: one
   * fewer than classes. Those of recency count as RFM does: a value equal to one is in the older class.
   */
  readonly cutPoints?: Partial<Readonly<Record<PresetRole, readonly number[]>>>
}

const abc: Classification = { method: 'abc', limitsBps: [8000, 9500], reach: false }
/** A last class that only hcps without a turnover can fall in: no value is under 100 % of the total. */
const abcThenProspects: Classification = { method: 'abc', limitsBps: [8000, 9500, 10_000], reach: false }
const quantiles = (k: number): Classification => ({ method: 'quantiles', k })

type Shape = { readonly classification: Classification; readonly classes: readonly NamedCode[] }

const shapes: Record<PresetName, readonly Shape[]> = {
  '3x3': [
    { classification: abc, classes: letters(3) },
    { classification: quantiles(3), classes: strength },
  ],
  '5x3': [
    { classification: quantiles(5), classes: letters(5) },
    { classification: quantiles(3), classes: strength },
  ],
  'abc-crossed': [
    { classification: abcThenProspects, classes: turnoverClasses },
    { classification: abc, classes: letters(3) },
  ],
  ipo: [
    { classification: quantiles(3), classes: level },
    { classification: quantiles(3), classes: level },
  ],
  abcd: [
    { classification: quantiles(2), classes: halves },
    { classification: quantiles(2), classes: halves },
  ],
  pmg: [
    { classification: abc, classes: size },
    { classification: quantiles(3), classes: strength },
  ],
  rfm: Array.from({ length: 3 }, () => ({ classification: quantiles(5), classes: scores(5) })),
}

const axisCodes: Record<PresetRole, string> = {
  potential: 'potentiel',
  affinity: 'affinite',
  turnover: 'chiffre',
  frequency: 'frequence',
  accessibility: 'accessibilite',
  recency: 'recence',
  monetary: 'montant',
}

/**
 * A ready matrix as the segmentation that it is: axes with their classes, cells painted, segments named. Everything can
 * be changed afterwards. Potential × affinity (ABC or quintiles × thirds); ABC croisée (turnover with a row P of
 * prospects × potential); IPO/IPA (nine priorities); ABCD (high and low by the median); PMG (by value; the second
 * criterion only spreads the lines); RFM (quintiles, named segments by ranges, monetary as layers; without cut points a
 * recency equal to a quantile falls in the more recent class). Throws a RangeError when a criterion is missing or cut
 * points are not one fewer than classes.
 */
export function matrixPreset(name: PresetName, options: PresetOptions): Segmentation {
  const axes = presetRoles[name].map((role, index) => presetAxis(name, role, shapes[name][index], options))
  const [rows, columns, layers] = axes
  if (!rows || !columns) throw new RangeError(`no matrix ${name}`)
  const matrix = { rows: rows.code, columns: columns.code, cells: presetCells(name) }
  return {
    code: options.code ?? 'general',
    axes,
    matrix: layers ? { ...matrix, layers: layers.code } : matrix,
    segments: presetSegments(name).map(({ code, name: words }, index) => ({
      code,
      name: words[options.locale],
      colour: options.colourOf(index + 1),
      rank: index + 1,
      valueMilli: 1000,
    })),
    rules: [],
  }
}

function presetAxis(
  name: PresetName,
  role: PresetRole,
  shape: Shape | undefined,
  { criteria, locale, cutPoints }: PresetOptions,
): Axis {
  const criterion = criteria[role]
  if (criterion === undefined || !shape)
    throw new RangeError(`the matrix ${name} needs a criterion for ${role}`)
  const cuts = cutPoints?.[role]
  if (cuts && cuts.length !== shape.classes.length - 1)
    throw new RangeError(`${shape.classes.length - 1} cut points are needed for ${role}`)
  const isTurnover = name === 'abc-crossed' && role === 'turnover'
  const source = role === 'recency' ? recencySource(criterion, cuts) : plainSource(criterion, isTurnover)
  return {
    code: axisCodes[role],
    name: axisNames[role][locale],
    source,
    missing: { policy: isTurnover ? 'lowest' : 'unqualified' },
    groupBy: null,
    classification: cuts ? thresholds(role, cuts) : shape.classification,
    classes: shape.classes.map((one) => ({ code: one.code, name: one.name[locale] })),
  }
}

function thresholds(role: PresetRole, cuts: readonly number[]): Classification {
  // Recency is already a score from 1: its cut-offs are the scores themselves.
  const ascending = role === 'recency' ? cuts.map((_, index) => index + 2) : cuts
  return { method: 'thresholds', cuts: Array.from(ascending).reverse() }
}

/** Turnover without the zeros: who bought nothing is a prospect. */
function plainSource(criterion: string, withoutZeros: boolean): AxisSource {
  if (!withoutZeros) return { kind: 'criterion', criterion }
  const field: Formula = { kind: 'criterion', code: criterion }
  const condition = { op: 'compare', field, comparison: '>', value: 0 } as const
  return { kind: 'formula', formula: { op: 'if', condition, value: field, otherwise: null } }
}

/** The smaller the better: the contrary of the time, or the score k − number of cut points ≤ x. */
function recencySource(criterion: string, cuts: readonly number[] | undefined): AxisSource {
  const field: Formula = { kind: 'criterion', code: criterion }
  if (!cuts) return { kind: 'formula', formula: { op: 'negate', term: field } }
  const missing = { op: 'missing', field } as const
  const score = cuts.reduceRight<Formula>((otherwise, cut, index) => {
    const condition = { op: 'compare', field, comparison: '<', value: cut } as const
    return { op: 'if', condition, value: cuts.length + 1 - index, otherwise }
  }, 1)
  const condition = { op: 'not', term: missing } as const
  return { kind: 'formula', formula: { op: 'if', condition, value: score, otherwise: null } }
}

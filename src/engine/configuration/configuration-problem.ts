/** What can be wrong between the parts of a configuration. The interface holds a sentence for each. */
export type ProblemCode =
  | 'duplicate-code'
  | 'duplicate-term'
  | 'duplicate-grid-row'
  | 'unknown-criterion'
  | 'unknown-option'
  | 'unknown-axis'
  | 'unknown-class'
  | 'unknown-segment'
  | 'unknown-segmentation'
  | 'bounds-inverted'
  | 'options-missing'
  | 'text-criterion'
  | 'weights-all-zero'
  | 'class-count'
  | 'cuts-not-descending'
  | 'limits-not-ascending'
  | 'matrix-rows'
  | 'matrix-columns'
  | 'universe-reads-segmentation'
  | 'value-kind'
  | 'no-order'
  | 'interval-inverted'
  | 'number-needed'
  | 'formula-reads-axes'
  | 'expression-too-deep'
  | 'expression-too-large'
  | 'matrix-layers'
  | 'minimum-above-contacts'
  | 'credit-below-contacts'
  | 'frequency-inverted'
  | 'red-above-amber'

export type ConfigurationProblem = {
  /** Where in the document, as JSON keys and indexes. */
  readonly path: readonly (string | number)[]
  readonly code: ProblemCode
  readonly params: Readonly<Record<string, string | number>>
}

export type Path = ConfigurationProblem['path']

export function problem(
  path: Path,
  code: ProblemCode,
  params: ConfigurationProblem['params'] = {},
): ConfigurationProblem {
  return { path, code, params }
}

/** One problem for each item whose code came before. */
export function duplicates(
  items: readonly string[],
  pathOf: (index: number) => Path,
  code: ProblemCode = 'duplicate-code',
): ConfigurationProblem[] {
  return items.flatMap((item, index) =>
    items.indexOf(item) < index ? [problem(pathOf(index), code, { code: item })] : [],
  )
}

/** The first place where a list does not strictly go one way, −1 = nowhere. */
export function firstBreak(
  values: readonly number[],
  inOrder: (left: number, right: number) => boolean,
): number {
  return values.findIndex((value, index) => index > 0 && !inOrder(values[index - 1] ?? NaN, value))
}

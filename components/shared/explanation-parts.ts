import type { AnswerSource, ExplanationTerms, ExplanationWords } from '#src/contracts/explanation.ts'

export type Explained = { terms: ExplanationTerms; words: ExplanationWords; sources: readonly AnswerSource[] }

type Scalar = NonNullable<ExplanationTerms['answers'][number]['value']>

/** Classes named by a letter or a digit stand in brackets after the value; others are adjectives of the axis. */
export const isShort = (name: string): boolean => name.length <= 2

/** « Potentiel » inside a sentence. Names in capitals stay. */
export const inSentence = (name: string): string =>
  name.slice(1) === name.slice(1).toLowerCase() ? name.charAt(0).toLowerCase() + name.slice(1) : name

export const axisWords = ({ words }: Explained, code: string) => words.axes.find((axis) => axis.code === code)

export const className = (explained: Explained, axis: string, code: string | null): string | null =>
  code === null ? null : (axisWords(explained, axis)?.classes.find((one) => one.code === code)?.name ?? code)

export const segmentOf = ({ words }: Explained, code: string | null) =>
  words.segments.find((segment) => segment.code === code) ?? null

export const criterionOf = ({ words }: Explained, code: string) =>
  words.criteria.find((criterion) => criterion.code === code)

/** Row and column classes, where they say more than the segment's name: « A2 ». */
export function cellName({ terms }: Explained): string | null {
  const { cell, rule } = terms
  if (!cell || rule || !isShort(cell.rowClass) || !isShort(cell.columnClass)) return null
  return cell.rowClass + cell.columnClass + (cell.layerClass ?? '')
}

/** The source of the answer that was used: nothing when it was changed since. Answers per product count for their criterion. */
export function sourceOf(
  { sources }: Explained,
  criterion: string,
  value: Scalar | null,
): AnswerSource | null {
  if (value === null) return null
  return (
    sources.find((source) => source.criterion === criterion && source.value === value) ??
    sources.find((source) => source.criterion.startsWith(`${criterion}:`) && source.value === value) ??
    null
  )
}

/** Sources of the answers used, each once: an external one by month, a person's by day. */
export function distinctSources(explained: Explained): AnswerSource[] {
  const seen = new Set<string>()
  return explained.terms.answers.flatMap(({ criterion, value }) => {
    const source = sourceOf(explained, criterion, value)
    if (!source) return []
    const key = source.author
      ? `${source.author} ${source.observedOn}`
      : `${source.source} ${source.observedOn.slice(0, 7)}`
    if (seen.has(key)) return []
    seen.add(key)
    return [source]
  })
}

import type { CriteriaDto, CriterionDto, FormQuestion } from '#src/contracts/qualification.ts'

const longestCode = 40

/** A code that the contract accepts, from words: « Patients éligibles » → patients-eligibles. */
export const codeFrom = (words: string): string =>
  words
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, longestCode)

/** A criterion that nobody has named yet. */
export const blankCriterion = ({ sources }: Pick<CriteriaDto, 'sources'>): CriterionDto => ({
  code: '',
  kind: 'INTEGER',
  level: 'HCP',
  unit: null,
  labels: { fr: '', en: '' },
  help: { fr: '', en: '' },
  required: true,
  minimum: null,
  maximum: null,
  options: [],
  validityMonths: 12,
  sources: sources.filter(({ kind }) => kind === 'FIELD').map(({ code }) => code),
})

/** What is sent: codes made where none was typed, options and bounds only where the kind has them. */
export function cleanCriterion(draft: CriterionDto): CriterionDto {
  const isNumber = draft.kind === 'NUMBER' || draft.kind === 'INTEGER' || draft.kind === 'PERCENT'
  const english = (words: { fr: string; en: string }) => ({ fr: words.fr, en: words.en || words.fr })
  return {
    ...draft,
    code: draft.code || codeFrom(draft.labels.fr),
    labels: english(draft.labels),
    help: english(draft.help),
    unit: isNumber ? draft.unit || null : null,
    minimum: isNumber ? draft.minimum : null,
    maximum: isNumber ? draft.maximum : null,
    options:
      draft.kind === 'CHOICE'
        ? draft.options.map((option) => ({
            ...option,
            code: option.code || codeFrom(option.labels.fr),
            labels: english(option.labels),
          }))
        : [],
  }
}

/** The question as a rep will see it. */
export function questionOf(draft: CriterionDto, fieldSources: readonly string[]): FormQuestion {
  const { code, kind, labels, help, unit, required, minimum, maximum, options } = cleanCriterion(draft)
  return {
    key: code || 'new',
    kind,
    labels,
    help,
    unit,
    required,
    minimum,
    maximum,
    options: options.map((option) => ({ code: option.code, labels: option.labels })),
    locked: draft.level === 'BRICK' || !draft.sources.some((source) => fieldSources.includes(source)),
    answer: null,
  }
}

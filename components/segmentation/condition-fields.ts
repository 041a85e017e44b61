import type { CycleCriterion, Field } from '#src/engine/index.ts'
import type { Choice } from '#src/client/segmentation/simple-condition.ts'
import type { Segmentation, Vocabulary } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'

/** How a field is compared: with codes to choose among, a number, yes or no, or a day. */
export type FieldShape =
  | { kind: 'codes'; codes: readonly string[]; ordered: boolean }
  | { kind: 'number' }
  | { kind: 'boolean' }
  | { kind: 'day' }

export const fieldKey = (field: Field): string => {
  switch (field.kind) {
    case 'criterion':
    case 'axis':
      return `${field.kind}:${field.code}`
    case 'class':
      return `class:${field.axis}`
    case 'attribute':
      return `attribute:${field.name}`
    case 'previousSegment':
    case 'previousCalls':
      return field.kind
  }
}

export type FieldChoice = { field: Field; group: 'attributes' | 'criteria' | 'axes' | 'classes' }

/** What a condition may look at; the universe comes before axes and classes. */
export function fieldChoices(studio: StudioDto, segmentation: Segmentation | null): FieldChoice[] {
  const attributes = ['specialty', 'profession', 'region', 'sector', 'practice', 'commune', 'brick'] as const
  return [
    ...attributes.map((name): FieldChoice => ({ field: { kind: 'attribute', name }, group: 'attributes' })),
    { field: { kind: 'previousCalls' }, group: 'attributes' },
    ...(studio.previous
      ? [{ field: { kind: 'previousSegment' } as const, group: 'attributes' as const }]
      : []),
    ...studio.criteria
      .filter(({ kind }) => kind !== 'TEXT')
      .map(({ code }): FieldChoice => ({ field: { kind: 'criterion', code }, group: 'criteria' })),
    ...(segmentation?.axes ?? []).flatMap(({ code }): FieldChoice[] => [
      { field: { kind: 'class', axis: code }, group: 'classes' },
      { field: { kind: 'axis', code }, group: 'axes' },
    ]),
  ]
}

function criterionShape(criterion: CycleCriterion | undefined): FieldShape {
  switch (criterion?.kind) {
    case 'CHOICE':
      return { kind: 'codes', codes: criterion.options.map(({ code }) => code), ordered: true }
    case 'BOOLEAN':
      return { kind: 'boolean' }
    case 'DATE':
      return { kind: 'day' }
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
    case 'SCALE':
    case 'TEXT':
    case undefined:
      return { kind: 'number' }
  }
}

export function fieldShape(
  field: Field,
  studio: StudioDto,
  segmentation: Segmentation | null,
  vocabulary: Vocabulary | null,
): FieldShape {
  switch (field.kind) {
    case 'criterion':
      return criterionShape(studio.criteria.find(({ code }) => code === field.code))
    case 'axis':
    case 'previousCalls':
      return { kind: 'number' }
    case 'class': {
      const axis = segmentation?.axes.find(({ code }) => code === field.axis)
      return { kind: 'codes', codes: (axis?.classes ?? []).map(({ code }) => code), ordered: true }
    }
    case 'attribute':
      return { kind: 'codes', codes: vocabulary?.[field.name] ?? [], ordered: false }
    case 'previousSegment':
      return { kind: 'codes', codes: vocabulary?.previousSegment ?? [], ordered: false }
  }
}

export function choicesOf(shape: FieldShape): Choice[] {
  switch (shape.kind) {
    case 'codes':
      return shape.ordered ? ['in', 'ne', 'ge', 'le', 'missing'] : ['in', 'ne', 'missing']
    case 'number':
      return ['ge', 'gt', 'le', 'lt', 'eq', 'ne', 'between', 'missing']
    case 'boolean':
      return ['eq', 'missing']
    case 'day':
      return ['ge', 'le', 'eq', 'missing']
  }
}

'use client'
import { MultiSelect, NumberInput, Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { Choice, SimpleTerm } from '#src/client/segmentation/simple-condition.ts'
import type { Segmentation, Vocabulary } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { choicesOf, fieldKey, fieldShape, type FieldChoice } from './condition-fields.ts'
import type { StudioWords } from './studio-words.ts'
import { useDecimal } from './use-decimal.ts'
import classes from './forms.module.css'

type Props = {
  term: SimpleTerm
  onTerm: (term: SimpleTerm) => void
  fields: readonly FieldChoice[]
  studio: StudioDto
  segmentation: Segmentation | null
  vocabulary: Vocabulary | null
  words: StudioWords
}

const groups = ['attributes', 'criteria', 'classes', 'axes'] as const

/** One comparison: what is looked at, how, with what. */
export function ConditionTerm(props: Props) {
  const { term, onTerm, fields, studio, segmentation, vocabulary, words } = props
  const t = useTranslations('segmentation.condition')
  const shape = fieldShape(term.field, studio, segmentation, vocabulary)
  const label = ({ field, group }: FieldChoice) =>
    group === 'classes'
      ? t('fields.class', { axis: words.field(field) })
      : group === 'axes'
        ? t('fields.axis', { axis: words.field(field) })
        : words.field(field)
  const data = groups.flatMap((group) => {
    const items = fields
      .filter((one) => one.group === group)
      .map((one) => ({ value: fieldKey(one.field), label: label(one) }))
    return items.length > 0 ? [{ group: t(`groups.${group}`), items }] : []
  })
  function choose(key: string | null) {
    const found = fields.find(({ field }) => fieldKey(field) === key)
    if (!found) return
    const [choice = 'missing'] = choicesOf(fieldShape(found.field, studio, segmentation, vocabulary))
    onTerm({ field: found.field, choice, values: [] })
  }
  return (
    <div className={classes.termFields}>
      <div>
        <Select
          size="sm"
          aria-label={t('field')}
          data={data}
          value={fieldKey(term.field)}
          onChange={choose}
          searchable
          allowDeselect={false}
        />
      </div>
      <div>
        {' '}
        <Select
          size="sm"
          aria-label={t('comparison')}
          data={choicesOf(shape).map((one) => ({ value: one, label: t(`choices.${one}`) }))}
          value={term.choice}
          onChange={(choice) =>
            choice &&
            onTerm({ ...term, choice: choice as Choice, values: choice === 'missing' ? [] : term.values })
          }
          allowDeselect={false}
        />
      </div>
      {term.choice !== 'missing' && (
        <div className={classes.termValue}>
          <TermValue {...props} />
        </div>
      )}
    </div>
  )
}

function TermValue({ term, onTerm, studio, segmentation, vocabulary, words }: Props) {
  const t = useTranslations('segmentation.condition')
  const decimal = useDecimal()
  const shape = fieldShape(term.field, studio, segmentation, vocabulary)
  const set = (values: SimpleTerm['values']) => onTerm({ ...term, values })
  const [first, second] = term.values
  if (shape.kind === 'codes') {
    const data = shape.codes.map((code) => ({ value: code, label: words.value(term.field, code) }))
    if (term.choice === 'in')
      return (
        <MultiSelect
          size="sm"
          aria-label={t('values')}
          data={data}
          value={term.values.map(String)}
          onChange={set}
          searchable
          hidePickedOptions
        />
      )
    return (
      <Select
        size="sm"
        aria-label={t('value')}
        data={data}
        value={first === undefined ? null : String(first)}
        onChange={(code) => set(code === null ? [] : [code])}
        searchable
      />
    )
  }
  if (shape.kind === 'boolean')
    return (
      <Select
        size="sm"
        aria-label={t('value')}
        data={[
          { value: 'true', label: t('yes') },
          { value: 'false', label: t('no') },
        ]}
        value={first === undefined ? null : String(first)}
        onChange={(code) => set(code === null ? [] : [code === 'true'])}
      />
    )
  if (shape.kind === 'day')
    return (
      <TextInput
        size="sm"
        type="date"
        aria-label={t('value')}
        value={first === undefined ? '' : String(first)}
        onChange={(event) => set(event.currentTarget.value ? [event.currentTarget.value] : [])}
      />
    )
  const asNumber = (value: number | string) => (typeof value === 'number' ? value : Number.NaN)
  const kept = (values: number[]) => values.filter((value) => !Number.isNaN(value))
  if (term.choice === 'between')
    return (
      <div className={classes.pair}>
        <NumberInput
          {...decimal}
          size="sm"
          aria-label={t('low')}
          value={typeof first === 'number' ? first : ''}
          onChange={(value) => set(kept([asNumber(value), asNumber(second as number)]))}
        />
        <NumberInput
          {...decimal}
          size="sm"
          aria-label={t('high')}
          value={typeof second === 'number' ? second : ''}
          onChange={(value) => set(kept([asNumber(first as number), asNumber(value)]))}
        />
      </div>
    )
  return (
    <NumberInput
      {...decimal}
      size="sm"
      aria-label={t('value')}
      value={typeof first === 'number' ? first : ''}
      onChange={(value) => set(kept([asNumber(value)]))}
    />
  )
}

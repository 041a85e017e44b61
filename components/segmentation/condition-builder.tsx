'use client'
import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import {
  readCondition,
  writeCondition,
  type SimpleCondition,
  type SimpleTerm,
} from '#src/client/segmentation/simple-condition.ts'
import type { Segmentation, Vocabulary } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { checkCondition, printExpression, type Condition } from '#src/engine/index.ts'
import { useFormat } from '#components/ui/format.ts'
import { ConditionTerm } from './condition-term.tsx'
import { choicesOf, fieldChoices, fieldShape } from './condition-fields.ts'
import { ExpressionField } from './expression-field.tsx'
import { conditionWords, plainWords } from './expression-words.ts'
import type { StudioWords } from './studio-words.ts'
import classes from './forms.module.css'

type Props = {
  value: Condition | null
  /** null = nothing is asked any more. */
  onChange: (condition: Condition | null) => void
  studio: StudioDto
  /** Left out for the universe, which comes before axes. */
  segmentation: Segmentation | null
  vocabulary: Vocabulary | null
  words: StudioWords
}

/** A small form for a condition: lines joined by « et » or « ou ». Richer ones are written as text. */
export function ConditionBuilder(props: Props) {
  const { value, onChange, studio, segmentation, vocabulary, words } = props
  const t = useTranslations('segmentation.condition')
  const tText = useTranslations('segmentation.expression')
  const format = useFormat()
  const [form, setForm] = useState<SimpleCondition | null>(() => readCondition(value))
  const fields = fieldChoices(studio, segmentation)

  function change(next: SimpleCondition) {
    setForm(next)
    onChange(writeCondition(next))
  }
  function backToForm() {
    const simple = readCondition(value)
    if (simple) setForm(simple)
    else change({ join: 'and', terms: [] })
  }
  if (!form)
    return (
      <div className={classes.stack}>
        <ExpressionField
          label={tText('condition')}
          text={value ? printExpression(value) : ''}
          check={(text) =>
            checkCondition(text, { criteria: studio.criteria, axes: segmentation?.axes ?? null })
          }
          onPreview={onChange}
          said={(tree) => plainWords(conditionWords(tree, { t, words, format }))}
        />
        <div>
          <Button variant="subtle" size="compact-sm" onClick={() => backToForm()}>
            {t(readCondition(value) ? 'asForm' : 'replace')}
          </Button>
        </div>
      </div>
    )
  const { join, terms } = form
  const put = (index: number, term: SimpleTerm) =>
    change({ join, terms: terms.map((one, at) => (at === index ? term : one)) })
  function add() {
    const [first] = fields
    if (!first || !form) return
    const [choice = 'missing'] = choicesOf(fieldShape(first.field, studio, segmentation, vocabulary))
    setForm({ join, terms: [...terms, { field: first.field, choice, values: [] }] })
  }
  return (
    <div className={classes.stack}>
      {terms.length > 1 && (
        <SegmentedControl
          size="xs"
          aria-label={t('join')}
          value={join}
          onChange={(chosen) => change({ join: chosen === 'or' ? 'or' : 'and', terms })}
          data={(['and', 'or'] as const).map((one) => ({ value: one, label: t(`joins.${one}`) }))}
        />
      )}
      {terms.map((term, index) => (
        // Lines have no name of their own, and only their order matters.
        <div key={index} className={classes.term}>
          <ConditionTerm {...props} term={term} fields={fields} onTerm={(next) => put(index, next)} />
          <ActionIcon
            aria-label={t('remove')}
            onClick={() => change({ join, terms: terms.toSpliced(index, 1) })}
          >
            <IconTrash size={16} stroke={1.75} />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
          onClick={add}
        >
          {t('add')}
        </Button>
        <Button variant="subtle" size="compact-sm" onClick={() => setForm(null)}>
          {t('asText')}
        </Button>
      </div>
    </div>
  )
}

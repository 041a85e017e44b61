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
import type { Condition } from '#src/engine/index.ts'
import { ConditionTerm } from './condition-term.tsx'
import { choicesOf, fieldChoices, fieldShape } from './condition-fields.ts'
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

/** A small form for a condition: lines joined by « et » or « ou ». Richer ones are kept as they are. */
export function ConditionBuilder(props: Props) {
  const { value, onChange, studio, segmentation, vocabulary } = props
  const t = useTranslations('segmentation.condition')
  const [form, setForm] = useState<SimpleCondition | null>(() => readCondition(value))
  const fields = fieldChoices(studio, segmentation)

  function change(next: SimpleCondition) {
    setForm(next)
    onChange(writeCondition(next))
  }
  if (!form)
    return (
      <div className={classes.stack}>
        <p className={classes.help}>{t('advanced')}</p>
        <Button variant="default" size="sm" onClick={() => change({ join: 'and', terms: [] })}>
          {t('replace')}
        </Button>
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
      </div>
    </div>
  )
}

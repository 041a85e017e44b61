'use client'
import { useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { Condition, Field, Scalar } from '#src/engine/index.ts'
import type { StudioWords } from './studio-words.ts'

const b = (chunks: ReactNode) => <b>{chunks}</b>

const names = { '=': 'eq', '!=': 'ne', '>=': 'ge', '>': 'gt', '<=': 'le', '<': 'lt' } as const

/** A condition in plain words: « Spécialité est Endocrinologie et Potentiel est A ». */
export function ConditionSentence({ condition, words }: { condition: Condition; words: StudioWords }) {
  const t = useTranslations('segmentation.condition')
  const format = useFormat()
  const shown = (field: Field, value: Scalar) =>
    typeof value === 'number'
      ? format.number(value, Number.isInteger(value) ? 0 : 1)
      : words.value(field, value)
  const joined = (parts: ReactNode[], word: string) =>
    parts.map((part, index) => (
      // A condition's terms have no name of their own, and only their order matters.
      <Fragment key={index}>
        {index > 0 && ` ${word} `}
        {part}
      </Fragment>
    ))
  switch (condition.op) {
    case 'and':
    case 'or': {
      const parts = condition.terms.map((term) => (
        <>
          {(term.op === 'and' || term.op === 'or') && '('}
          <ConditionSentence condition={term} words={words} />
          {(term.op === 'and' || term.op === 'or') && ')'}
        </>
      ))
      return joined(parts, t(condition.op))
    }
    case 'not':
      return t.rich('not', { c: () => <ConditionSentence condition={condition.term} words={words} /> })
    case 'compare': {
      const { field, comparison, value } = condition
      const name = names[comparison]
      const params = { field: words.field(field), value: shown(field, value), b }
      if (field.kind === 'class' && name !== 'eq' && name !== 'ne')
        return t.rich(`words.${name}Class`, params)
      return t.rich(`words.${name}`, params)
    }
    case 'in': {
      const { field, values } = condition
      const list = values.map((value) => shown(field, value))
      const last = list.pop() ?? ''
      const value = list.length > 0 ? `${list.join(', ')} ${t('or')} ${last}` : last
      return t.rich('words.eq', { field: words.field(field), value, b })
    }
    case 'between':
      return t.rich('words.between', {
        field: words.field(condition.field),
        low: shown(condition.field, condition.low),
        high: shown(condition.field, condition.high),
        b,
      })
    case 'missing':
      return t.rich('words.missing', { field: words.field(condition.field), b })
  }
}

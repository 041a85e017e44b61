'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { FormAnswer, FormQuestion } from '#src/contracts/qualification.ts'

/** An answer in words: the option, the number with its unit, the day. */
export function useAnswerWords() {
  const t = useTranslations('qualification.field')
  const locale = useLocale()
  const format = useFormat()
  return (question: FormQuestion, { state, value }: Pick<FormAnswer, 'state' | 'value'>): string => {
    if (state === 'UNKNOWN') return t('unknown')
    if (state === 'NOT_APPLICABLE') return t('notApplicable')
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
    if (typeof value === 'number')
      return `${format.number(value, Number.isInteger(value) ? 0 : 1)}${question.unit ? `\u00a0${question.unit}` : ''}`
    if (value === null) return '–'
    if (question.kind === 'CHOICE')
      return question.options.find(({ code }) => code === value)?.labels[locale] ?? value
    return question.kind === 'DATE' ? format.day(value, 'year') : value
  }
}

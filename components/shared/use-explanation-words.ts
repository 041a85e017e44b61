'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { AnswerSource } from '#src/contracts/explanation.ts'
import { criterionOf, segmentOf, type Explained } from './explanation-parts.ts'

type Scalar = number | string | boolean

/** « 1 patient »: units are written in the plural, whose mark is the same in both languages. */
const single = (unit: string) => unit.replace(/s$/, '')

/** Values, sources and changes of an explanation in the reader's words. */
export function useExplanationWords(explained: Explained) {
  const t = useTranslations('segmentation')
  const locale = useLocale()
  const format = useFormat()
  const number = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 1)

  function optionLabel(criterion: string, code: string): string {
    const option = criterionOf(explained, criterion)?.options.find((one) => one.code === code)
    return option?.label[locale] ?? code
  }
  function answer(criterion: string, value: Scalar | null): string {
    if (value === null) return t('explain.noAnswer')
    if (typeof value === 'boolean') return t(value ? 'condition.yes' : 'condition.no')
    if (typeof value === 'number') return number(value)
    return criterionOf(explained, criterion)?.kind === 'DATE'
      ? format.day(value, 'year')
      : optionLabel(criterion, value)
  }
  /** « Icomed mars 2026 », « vous le 12 mai ». */
  function source(one: AnswerSource): string {
    const day = format.day(one.observedOn, 'long')
    if (one.mine) return t('explain.mine', { day })
    if (one.author) return t('explain.author', { author: one.author, day })
    const month = `${format.day(one.observedOn, 'month')} ${one.observedOn.slice(0, 4)}`
    return t('explain.external', { source: one.source, month })
  }
  const criterionLabel = (code: string) => criterionOf(explained, code)?.label[locale] ?? code
  const segmentName = (code: string | null) =>
    code === null ? t('explain.toExcluded') : (segmentOf(explained, code)?.name ?? t('segments.unqualified'))
  /** « 8 points », « 3 patients »: how far the smallest change goes; null where it is another option. */
  function distance(signed: boolean): string | null {
    const change = explained.terms.smallestChange
    const criterion = change && criterionOf(explained, change.criterion)
    if (!change || !criterion || criterion.kind === 'CHOICE' || criterion.kind === 'BOOLEAN') return null
    const size = Math.abs(change.by)
    const count = signed ? format.signed(change.by, Number.isInteger(change.by) ? 0 : 1) : number(size)
    if (criterion.kind === 'DATE') return t('explain.nearDays', { count: size })
    if (criterion.unit)
      return t('explain.nearUnit', { count, unit: size < 2 ? single(criterion.unit) : criterion.unit })
    return signed ? `${count}` : t('explain.nearPoints', { count: size })
  }
  return { t, number, answer, source, criterionLabel, segmentName, distance }
}

'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { Field, Scalar } from '#src/engine/index.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'

export type StudioWords = {
  criterion: (code: string) => string
  /** A criterion with its unit. */
  unit: (code: string) => string | null
  field: (field: Field) => string
  /** A value of a field, in words. */
  value: (field: Field, value: Scalar) => string
}

const practices = ['OFFICE', 'HOSPITAL', 'PHARMACY'] as const
const isPractice = (text: string): text is (typeof practices)[number] => practices.some((one) => one === text)

/** What codes are called in the studio, in the reader's language. */
export function useStudioWords(studio: StudioDto, segmentation: Segmentation | null): StudioWords {
  const t = useTranslations('segmentation.condition')
  const locale = useLocale()
  return useMemo(() => {
    const criteria = new Map(studio.words.map((one) => [one.code, one]))
    const criterion = (code: string) => criteria.get(code)?.label[locale] ?? code
    const axisOf = (code: string) => segmentation?.axes.find((axis) => axis.code === code)
    const codeName = (list: readonly { code: string; name: string }[], code: string) =>
      list.find((one) => one.code === code)?.name ?? code
    return {
      criterion,
      unit: (code) => criteria.get(code)?.unit ?? null,
      field: (field) => {
        switch (field.kind) {
          case 'criterion':
            return criterion(field.code)
          case 'axis':
            return axisOf(field.code)?.name ?? field.code
          case 'class':
            return axisOf(field.axis)?.name ?? field.axis
          case 'attribute':
            return t(`fields.${field.name}`)
          case 'previousSegment':
            return studio.previous
              ? t('fields.previousSegmentOf', { cycle: studio.previous.name })
              : t('fields.previousSegment')
          case 'previousCalls':
            return t('fields.previousCalls')
        }
      },
      value: (field, value) => {
        if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
        const text = String(value)
        switch (field.kind) {
          case 'criterion': {
            const option = criteria.get(field.code)?.options.find(({ code }) => code === text)
            return option?.label[locale] ?? text
          }
          case 'class':
            return codeName(axisOf(field.axis)?.classes ?? [], text)
          case 'attribute':
            if (field.name === 'region') return codeName(studio.attributes.regions, text)
            if (field.name === 'sector') return codeName(studio.attributes.sectors, text)
            if (field.name === 'practice' && isPractice(text)) return t(`practices.${text}`)
            return text
          case 'previousSegment':
            return codeName(studio.previous?.segments ?? [], text)
          case 'axis':
          case 'previousCalls':
            return text
        }
      },
    }
  }, [studio, segmentation, locale, t])
}

'use client'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { Condition } from '#src/engine/index.ts'
import { boldEnd, boldStart, conditionWords } from './expression-words.ts'
import type { StudioWords } from './studio-words.ts'

/** A condition in plain words, what is looked at in bold. */
export function ConditionSentence({ condition, words }: { condition: Condition; words: StudioWords }) {
  const t = useTranslations('segmentation.condition')
  const format = useFormat()
  return conditionWords(condition, { t, words, format })
    .split(boldStart)
    .map((piece, index) => {
      const [bold = '', rest] = piece.split(boldEnd)
      // Pieces of one sentence have no name of their own, and only their order matters.
      return (
        <Fragment key={index}>
          {rest === undefined ? bold : <b>{bold}</b>}
          {rest}
        </Fragment>
      )
    })
}

'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { checkFormula, printExpression, type CycleCriterion, type Formula } from '#src/engine/index.ts'
import { ExpressionField } from './expression-field.tsx'
import { formulaWords, plainWords } from './expression-words.ts'
import type { StudioWords } from './studio-words.ts'

type Props = {
  formula: Formula
  criteria: readonly CycleCriterion[]
  words: StudioWords
  onPreview: (formula: Formula) => void
  onCommit: (formula: Formula) => void
}

/** The formula of an axis, over the cycle's criteria. */
export function FormulaField({ formula, criteria, words, onPreview, onCommit }: Props) {
  const t = useTranslations('segmentation.expression')
  const tCondition = useTranslations('segmentation.condition')
  const format = useFormat()
  const scope = { criteria, axes: null, withoutAxes: 'formula-reads-axes' } as const
  return (
    <ExpressionField
      label={t('formula')}
      text={printExpression(formula)}
      check={(text) => checkFormula(text, scope)}
      onPreview={onPreview}
      onCommit={onCommit}
      said={(tree) => plainWords(formulaWords(tree, { t: tCondition, words, format }))}
    />
  )
}

import type { Axis } from '#src/engine/index.ts'
import { inSentence } from '#components/shared/explanation-parts.ts'
import { formulaWords, plainWords, type Speech } from './expression-words.ts'

/** « 0,6 × patients éligibles + 0,4 × activité Icomed » */
export function axisFormula({ source }: Axis, { t, words, format }: Speech): string {
  if (source.kind === 'criterion') return words.criterion(source.criterion)
  if (source.kind === 'formula') return plainWords(formulaWords(source.formula, { t, words, format }))
  return source.terms
    .map(({ criterion, weight }) => {
      const decimals = Number.isInteger(weight) ? 0 : Number.isInteger(weight * 10) ? 1 : 2
      return `${format.number(weight, decimals)} × ${inSentence(words.criterion(criterion))}`
    })
    .join(' + ')
}

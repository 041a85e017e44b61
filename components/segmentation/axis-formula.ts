import type { Axis } from '#src/engine/index.ts'
import type { Format } from '#components/ui/format.ts'
import { inSentence } from '#components/shared/explanation-parts.ts'
import type { StudioWords } from './studio-words.ts'

/** « 0,6 × patients éligibles + 0,4 × activité Icomed » */
export function axisFormula({ source }: Axis, words: StudioWords, format: Format): string {
  if (source.kind === 'criterion') return words.criterion(source.criterion)
  return source.terms
    .map(({ criterion, weight }) => {
      const decimals = Number.isInteger(weight) ? 0 : Number.isInteger(weight * 10) ? 1 : 2
      return `${format.number(weight, decimals)} × ${inSentence(words.criterion(criterion))}`
    })
    .join(' + ')
}

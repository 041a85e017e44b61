import { dayNumber } from '../../lib/calendar.ts'
import type { Scalar } from '../configuration/conditions.ts'
import type { CycleCriterion } from '../configuration/criteria.ts'
import { excludedIndex, outsideIndex } from '../segmentation/segmentation-result.ts'
import { answerAt } from './answers.ts'
import { candidateAnswers } from './candidate-answers.ts'
import { decimalsOf, roundTo } from './decimals.ts'
import { criterionRange } from './criterion-range.ts'
import type { SmallestChange } from './explanation.ts'
import { outcomesOf, type Held } from './held-outcomes.ts'

type Candidate = { readonly answer: Scalar; readonly by: number }

/**
 * The one answer whose smallest change, cut-offs and scales held, would put the hcp in another segment or exclude it.
 * Size = share of the criterion's range; ties: criterion order, then upwards first. Only answers that exist are changed,
 * within the criterion's declared bounds; numbers move in steps of the last decimal that the column holds.
 */
export function smallestChange(held: Held, used: ReadonlySet<string>): SmallestChange | null {
  const { dataset, configuration, result, row, work } = held
  const place = result.segments[row] ?? outsideIndex
  if (place === outsideIndex) return null
  let best: SmallestChange | null = null
  for (const criterion of configuration.criteria) {
    const column = dataset.criteria[criterion.code]
    const from = answerAt(column, row)
    if (!used.has(criterion.code) || !column || from === null) continue
    const decimals = decimalsOf(criterion, dataset, work)
    const candidates = candidateAnswers(held, criterion)
      .map((answer): Candidate => ({ answer, by: roundTo(distance(criterion, from, answer), decimals) }))
      .filter(({ by }) => by !== 0)
      .sort((left, right) => Math.abs(left.by) - Math.abs(right.by) || right.by - left.by)
    const outcomes = outcomesOf(
      held,
      criterion.code,
      candidates.map(({ answer }) => answer),
    )
    const index = outcomes.findIndex((outcome) => outcome !== place)
    const nearest = candidates[index]
    const outcome = outcomes[index]
    if (!nearest || outcome === undefined) continue
    const share = Math.abs(nearest.by) / criterionRange(criterion, dataset, work)
    if (best && best.share <= share) continue
    best = {
      criterion: criterion.code,
      from,
      to: nearest.answer,
      by: nearest.by,
      share,
      status: outcome === excludedIndex ? 'excluded' : 'segment',
      segment: result.segmentCodes[outcome] ?? null,
    }
  }
  return best
}

/** From one answer to another in the unit of `SmallestChange.by`. */
function distance(criterion: CycleCriterion, from: Scalar, to: Scalar): number {
  if (typeof from === 'number') return Number(to) - from
  if (typeof from === 'boolean') return Number(to) - Number(from)
  if (criterion.kind === 'DATE') return dayNumber(String(to)) - dayNumber(from)
  const position = (code: Scalar) => criterion.options.findIndex((option) => option.code === code)
  return position(to) - position(from)
}

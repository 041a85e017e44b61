import { compareText } from '../../lib/stable-sort.ts'
import type { Grid } from '../configuration/strategy.ts'
import type { LinePresentation, PlanLine } from './plan-types.ts'

/**
 * Presentations of a line whose contacts moved away from theory, by position, then code. By maximum, a product shown at
 * every theoretical contact is shown at every contact, another one as often as in theory and never more than the
 * contacts. By sum, a contact shows one product: products are served in that order, what is left goes to the first.
 */
export function followedPresentations(
  line: Pick<PlanLine, 'theoretical'>,
  presentations: readonly LinePresentation[],
  contacts: number,
  combine: Grid['combine'],
): LinePresentation[] {
  const ordered = [...presentations].sort(
    (left, right) => left.position - right.position || compareText(left.product, right.product),
  )
  const wanted = ordered.reduce((sum, one) => sum + one.theoretical, 0)
  let left = contacts
  return ordered.map((one, index) => {
    if (combine === 'max') {
      const always = one.theoretical >= line.theoretical && one.theoretical > 0
      return { ...one, proposed: always ? contacts : Math.min(one.theoretical, contacts) }
    }
    const proposed = Math.min(one.theoretical + (index === 0 ? Math.max(contacts - wanted, 0) : 0), left)
    left -= proposed
    return { ...one, proposed }
  })
}

import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { matrixPreset, presetRoles, type CycleCriterion, type PresetName } from '#src/engine/index.ts'
import { colourOf } from './edit-segments.ts'

type Segmentation = Configuration['segmentations'][number]

/** Criteria that the roles of a ready matrix begin with: a day for recency where there is one, the others in order. */
function chosen(kind: PresetName, criteria: readonly CycleCriterion[]) {
  const days = criteria.filter((one) => one.kind === 'DATE')
  const numbers = criteria.filter(({ kind: own }) => own !== 'TEXT' && own !== 'DATE' && own !== 'BOOLEAN')
  const left = [...numbers]
  const found = presetRoles[kind].map((role) => {
    const day = role === 'recency' ? days[0] : undefined
    return [role, (day ?? left.shift() ?? numbers[0])?.code] as const
  })
  return found.every(([, code]) => code !== undefined) ? Object.fromEntries(found) : null
}

/** A ready matrix over the cycle's first criteria that can be computed, null without any; all can be changed afterwards. */
export function readyMatrix(
  kind: PresetName,
  criteria: readonly CycleCriterion[],
  locale: 'fr' | 'en',
  code = 'general',
): Segmentation | null {
  const roles = chosen(kind, criteria)
  return roles && matrixPreset(kind, { criteria: roles, locale, colourOf, code })
}

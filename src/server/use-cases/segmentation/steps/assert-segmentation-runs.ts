import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { validateConfiguration } from '#src/engine/index.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { refused } from '#src/lib/app-error.ts'

const sections: readonly (string | number | undefined)[] = ['universe', 'criteria', 'segmentations']

/** Refuses a configuration without a segmentation, or with one that would not compute, naming each place. */
export function assertSegmentationRuns(document: Configuration): void {
  if (document.segmentations.length === 0) throw refused('segmentation-none')
  const problems = validateConfiguration(document).filter(({ path }) => sections.includes(path[0]))
  if (problems.length > 0)
    throw refused(
      'segmentation-invalid',
      { count: problems.length },
      problems.map(({ code, params }) => ({ code, params })),
    )
}

/** Two documents that segment alike: what an official run computed is still what the configuration says. */
export const sameSegmentation = (left: Configuration, right: Configuration): boolean =>
  textOf(left) === textOf(right)

const textOf = ({ universe, criteria, segmentations }: Configuration) =>
  canonicalJson({ universe, criteria, segmentations })

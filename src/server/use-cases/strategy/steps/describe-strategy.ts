import type { Configuration, WorkingConfigurationDto } from '#src/contracts/cycle-configuration.ts'
import type { StrategyDto, StrategyParts } from '#src/contracts/strategy.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'

const partNames = ['grid', 'fit', 'constraints', 'limits', 'followUp'] as const

export function strategyParts({ grid, fit, constraints, limits, followUp }: Configuration): StrategyParts {
  return { grid, fit, constraints, limits, followUp }
}

/** Who last saved a part of the strategy. */
export function lastSaved({ saved }: WorkingConfigurationDto): StrategyDto['saved'] {
  const own = saved.filter(({ section }) => (partNames as readonly string[]).includes(section))
  const [last] = own.toSorted((left, right) => right.version - left.version)
  return last ? { by: last.by, at: last.at } : null
}

const computed = ({ universe, criteria, segmentations }: Configuration) =>
  canonicalJson({ universe, criteria, segmentations })

/** A run speaks for a configuration when both segment alike. */
export const sameSegmentation = (run: Configuration, working: Configuration): boolean =>
  computed(run) === computed(working)

import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import { validateConfiguration } from '#src/engine/index.ts'
import { refused } from '#src/lib/app-error.ts'

/** Refuses a document that would not run, naming each place; of some sections only, where others are still to be fixed. */
export function assertConfigurationRuns(document: Configuration, sections: readonly string[] | null): void {
  const problems = validateConfiguration(document).filter(
    ({ path }) => sections === null || sections.includes(String(path[0])),
  )
  if (problems.length > 0)
    throw refused(
      'strategy-invalid',
      { count: problems.length },
      problems.map(({ code, params }) => ({ code, params })),
    )
}

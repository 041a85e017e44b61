import type { Actor } from '#src/contracts/actor.ts'
import type { SectionChange } from '#src/contracts/cycle-configuration.ts'
import type { StrategyChanges, StrategyDto } from '#src/contracts/strategy.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { insertTransition } from '../../repositories/cycle-transition-repository.ts'
import {
  configurationInForce,
  describeConfiguration,
  freezeDocument,
  loadWorkingConfiguration,
  saveSection,
} from '../cycles/steps/configuration.ts'
import { assertConfigurationRuns } from './steps/assert-runs.ts'
import { lastSaved, strategyParts } from './steps/describe-strategy.ts'

type Input = { id: string; commandId: string; version: number; changes: StrategyChanges }
type Saved = Pick<StrategyDto, 'version' | 'saved' | 'parts'>

function sections({ grid, fit, constraints, limits, followUp }: StrategyChanges): SectionChange[] {
  return [
    ...(grid ? [{ section: 'grid' as const, value: grid }] : []),
    ...(fit ? [{ section: 'fit' as const, value: fit }] : []),
    ...(constraints ? [{ section: 'constraints' as const, value: constraints }] : []),
    ...(limits ? [{ section: 'limits' as const, value: limits }] : []),
    ...(followUp ? [{ section: 'followUp' as const, value: followUp }] : []),
  ]
}

/** Saves parts of the strategy in one go. From publication on only follow-up moves, and becomes a new configuration. */
export function saveStrategy(actor: Actor, input: Input): Promise<Saved> {
  const { labId, memberId } = actor
  const changes = sections(input.changes)
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'configuration.write', { labId })
      const inForce = await configurationInForce(tx, labId, cycle)
      for (const change of changes) await saveSection(tx, actor, cycle, change, input.version)
      const { document } = await loadWorkingConfiguration(tx, labId, cycle.id)
      assertConfigurationRuns(
        document,
        changes.map(({ section }) => section),
      )
      const { followUp } = input.changes
      if (inForce.hash && followUp)
        await insertTransition(tx, labId, {
          cycleId: cycle.id,
          from: cycle.state,
          to: cycle.state,
          at: clock.now(),
          memberId,
          configurationHash: await freezeDocument(tx, actor, { ...inForce.document, followUp }),
          checklist: { items: [] },
        })
      const working = await describeConfiguration(tx, labId, cycle)
      const now = await configurationInForce(tx, labId, cycle)
      return {
        value: { version: working.version, saved: lastSaved(working), parts: strategyParts(now.document) },
        audit: {
          action: 'strategy.save',
          subject: { kind: 'cycle', id: cycle.id },
          change: { sections: changes.map(({ section }) => section), version: working.version },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}

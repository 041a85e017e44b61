import type { Actor } from '#src/contracts/actor.ts'
import type { SectionChange, WorkingConfigurationDto } from '#src/contracts/cycle-configuration.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { insertTransition } from '../../repositories/cycle-transition-repository.ts'
import { assertKnownCriteria } from '../qualification/steps/criteria.ts'
import {
  configurationInForce,
  describeConfiguration,
  freezeDocument,
  saveSection as saveDraftSection,
} from './steps/configuration.ts'

type Input = { id: string; commandId: string; version: number; change: SectionChange }

/**
 * Saves one section of the working configuration. Follow-up settings of a published cycle also become a new
 * configuration, in force from now on: the cycle passes from its state to the same state.
 */
export function saveSection(actor: Actor, input: Input): Promise<WorkingConfigurationDto> {
  const { labId, memberId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'configuration.write', { labId })
      if (input.change.section === 'criteria') await assertKnownCriteria(tx, labId, input.change.value)
      const inForce = await configurationInForce(tx, labId, cycle)
      const { draft } = await saveDraftSection(tx, actor, cycle, input.change, input.version)
      if (inForce.hash && input.change.section === 'followUp') {
        const document = { ...inForce.document, followUp: input.change.value }
        await insertTransition(tx, labId, {
          cycleId: cycle.id,
          from: cycle.state,
          to: cycle.state,
          at: clock.now(),
          memberId,
          configurationHash: await freezeDocument(tx, actor, document),
          checklist: { items: [] },
        })
      }
      return {
        value: await describeConfiguration(tx, labId, cycle),
        audit: {
          action: `configuration.save-${input.change.section}`,
          subject: { kind: 'cycle', id: cycle.id },
          change: { section: input.change.section, version: draft.version },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}

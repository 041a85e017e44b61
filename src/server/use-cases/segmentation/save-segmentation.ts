import type { Actor } from '#src/contracts/actor.ts'
import type { SectionChange } from '#src/contracts/cycle-configuration.ts'
import type { SavedSegmentation, SaveSegmentationInput } from '#src/contracts/segmentation.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { describeConfiguration, saveSection } from '../cycles/steps/configuration.ts'
import { savedSegmentation } from './steps/describe-studio.ts'

/**
 * Saves the universe, the segmentations, or both, in one go: refused where somebody saved the same part since `version`.
 * What would not compute yet may be saved: only the official run asks for a whole.
 */
export function saveSegmentation(actor: Actor, input: SaveSegmentationInput): Promise<SavedSegmentation> {
  const { labId } = actor
  const changes: SectionChange[] = [
    ...(input.universe === undefined ? [] : [{ section: 'universe' as const, value: input.universe }]),
    ...(input.segmentations ? [{ section: 'segmentations' as const, value: input.segmentations }] : []),
  ]
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'configuration.write', { labId })
      for (const change of changes) await saveSection(tx, actor, cycle, change, input.version)
      const saved = savedSegmentation(await describeConfiguration(tx, labId, cycle))
      return {
        value: saved,
        audit: {
          action: 'segmentation.save',
          subject: { kind: 'cycle', id: cycle.id },
          change: { sections: changes.map(({ section }) => section), version: saved.version },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}

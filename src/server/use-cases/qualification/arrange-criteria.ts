import type { Actor } from '#src/contracts/actor.ts'
import type { CriteriaDto } from '#src/contracts/qualification.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { lockCycle } from '../../repositories/cycle-repository.ts'
import { loadWorkingConfiguration, saveSection } from '../cycles/steps/configuration.ts'
import { describeCriteria } from './steps/criteria.ts'

type Input = { id: string; commandId: string; version: number; codes: string[] }

/** Puts the criteria of a cycle in this order; one that is left out is no longer asked, its answers stay. */
export function arrangeCriteria(actor: Actor, input: Input): Promise<CriteriaDto> {
  const { labId } = actor
  return command(
    actor,
    async (tx) => {
      const cycle = await lockCycle(tx, labId, input.id)
      if (!cycle) throw notFound()
      assertCan(actor, 'criteria.write', { labId })
      const { document } = await loadWorkingConfiguration(tx, labId, cycle.id, { lock: true })
      const value = [...new Set(input.codes)].flatMap(
        (code) => document.criteria.find((one) => one.code === code) ?? [],
      )
      await saveSection(tx, actor, cycle, { section: 'criteria', value }, input.version)
      return {
        value: await describeCriteria(tx, labId, cycle),
        audit: {
          action: 'criterion.arrange',
          subject: { kind: 'cycle', id: cycle.id },
          change: { criteria: value.map(({ code }) => code) },
        },
      }
    },
    { commandId: input.commandId, request: input },
  )
}

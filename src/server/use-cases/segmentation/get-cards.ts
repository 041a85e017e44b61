import type { Actor } from '#src/contracts/actor.ts'
import type { HcpCard } from '#src/contracts/segmentation.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read } from '../../platform/transaction.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findHcpNames } from '../../repositories/dataset-hcp-repository.ts'
import { loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { referenceDayOf } from '../qualification/steps/questions.ts'
import { answerSources } from './steps/answer-sources.ts'

/** The few hcps that the studio names, in the order asked; those of another lab are not there. */
export function getCards(actor: Actor, cycleId: string, hcpIds: readonly string[]): Promise<HcpCard[]> {
  const { labId } = actor
  return read(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'configuration.read', { labId })
    const { document } = await loadWorkingConfiguration(tx, labId, cycleId)
    const day = await referenceDayOf(tx, labId, cycle)
    const names = new Map((await findHcpNames(tx, labId, hcpIds, day)).map((one) => [one.id, one]))
    const sources = await answerSources(tx, actor, cycle, document, [...names.keys()])
    return hcpIds.flatMap((id) => {
      const name = names.get(id)
      return name ? [{ ...name, sources: sources.get(id) ?? [] }] : []
    })
  })
}

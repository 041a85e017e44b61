import type { Actor } from '#src/contracts/actor.ts'
import type { PlanCandidate } from '#src/contracts/plan-document.ts'
import { read } from '../../platform/transaction.ts'
import { listCycleChannels } from '../../repositories/allocation-repository.ts'
import { findCandidates as find } from '../../repositories/plan-hcp-repository.ts'
import { configurationInForce } from '../cycles/steps/configuration.ts'
import { describePeople, groundOf } from './steps/load-plan.ts'
import { openPlan } from './steps/open-plan.ts'

/** Professionals of the sector that the plan does not hold, with what today forbids for each. */
export const findCandidates = (
  actor: Actor,
  input: { id: string; text: string },
): Promise<{ items: PlanCandidate[] }> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const head = await openPlan(tx, actor, input.id, 'plans.edit')
    const { document } = await configurationInForce(tx, labId, { id: head.cycleId, state: head.cycleState })
    const channels = await listCycleChannels(tx, labId, head.cycleId)
    const people = await find(tx, labId, groundOf(head, document), head.versionId, input.text)
    const { hcps, constraints } = await describePeople(tx, labId, { head, document, channels }, people)
    return {
      items: hcps.map((hcp) => {
        const constraint = constraints.find(({ hcpId }) => hcpId === hcp.hcpId)
        return {
          ...hcp,
          constraint: constraint
            ? { ...constraint, blocked: constraint.blocked.map((one) => ({ ...one })) }
            : null,
        }
      }),
    }
  })

import type { Actor } from '#src/contracts/actor.ts'
import type { CallChance } from '#src/contracts/calls.ts'
import { loggedCallChance, planContext, type LoggedCall } from '#src/engine/index.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { snapshot } from '../../platform/transaction.ts'
import { listOpenAlertIds } from '../../repositories/alert-read-repository.ts'
import { listEveningCalls } from '../../repositories/call-evening-repository.ts'
import { cyclesOnDay } from '../../repositories/call-ground-repository.ts'
import { chanceBps } from '../follow-up/steps/view-figures.ts'
import { readPerimeter } from '../follow-up/steps/read-perimeter.ts'
import { findCallRow } from './steps/describe-calls.ts'

/**
 * What a call changed to the sector's chance of keeping its plan, both sides of the same evening. null where there is
 * nothing to say: no running plan, a line that the plan does not hold, a day that the figures know already.
 */
export const getCallChance = (actor: Actor, id: string): Promise<{ chance: CallChance | null }> =>
  snapshot(actor, async (tx) => {
    const { labId } = actor
    const call = await findCallRow(tx, labId, id)
    const { sectorId } = call
    assertCan(actor, 'calls.read', { labId, sectorIds: [sectorId] })
    const [cycle] = await cyclesOnDay(tx, labId, [call.networkId], call.day)
    if (!cycle || call.outcome === 'PLANNED') return { chance: null }
    const { input, priors } = await readPerimeter(tx, actor, { id: cycle.id, sectorId })
    const { lines, sectors, asOf, settings } = input
    if (call.day <= asOf || lines.goal.length === 0) return { chance: null }

    const lineOf = (hcpId: string, channelId: string) => {
      const hcp = input.hcpIds.indexOf(hcpId)
      const channel = input.channels.findIndex((one) => one.id === channelId)
      return lines.hcp.findIndex((own, line) => own === hcp && lines.channel[line] === channel)
    }
    const since = await listEveningCalls(tx, labId, sectorId, { after: asOf, until: cycle.endsOn })
    const logged = since.flatMap((one): (LoggedCall & { id: string })[] => {
      const line = lineOf(one.hcpId, one.channelId)
      return line < 0
        ? []
        : [{ id: one.id, line, isDone: one.outcome === 'DONE', wasPlanned: one.wasPlanned }]
    })
    const own = logged.find((one) => one.id === id)
    if (!own) return { chance: null }
    const sector = input.forces.findIndex((force) => force.sectorId === sectorId)
    const context = planContext(sectors, sector, priors.contacts, settings)
    const { before, after } = loggedCallChance(lines, context, [...logged.filter((one) => one !== own), own])
    if (!Number.isFinite(before.probability)) return { chance: null }
    const made = logged.filter(({ wasPlanned }) => wasPlanned).length
    const alerts = await listOpenAlertIds(tx, labId, cycle.id)
    return {
      chance: {
        sectorId,
        asOf,
        beforeBps: chanceBps(before.probability),
        afterBps: chanceBps(after.probability),
        amberBps: settings.amberBps,
        redBps: settings.redBps,
        planned: lines.planned.reduce((sum, planned) => sum + planned, 0) - made,
        hasAlert: alerts.has(sectorId),
      },
    }
  })

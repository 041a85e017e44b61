import type { Actor } from '#src/contracts/actor.ts'
import type { CallDto, CallWarning, LogCallInput } from '#src/contracts/calls.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { clock } from '../../platform/clock.ts'
import { command, type Tx } from '../../platform/transaction.ts'
import { findFieldSource, sectorsOfHcp } from '../../repositories/call-ground-repository.ts'
import { findCallByClientId, insertCall, lockCall, updateCall } from '../../repositories/call-repository.ts'
import { listCautions } from '../../repositories/call-target-repository.ts'
import { findChannelRules } from '../../repositories/call-ground-repository.ts'
import { callGround, type CallGround } from './steps/call-ground.ts'
import { assertCall, warningsOf } from './steps/call-rules.ts'
import { cycleCap } from './steps/cycle-cap.ts'
import { describeCall, findCallRow } from './steps/describe-calls.ts'
import { refreshFigures } from './steps/refresh-figures.ts'

export type Logged = { call: CallDto; warnings: CallWarning[] }

/** The one of the actor's sectors where the hcp is on that day; elsewhere it is nobody's. */
async function ownSector(tx: Tx, actor: Actor, hcpId: string, day: string) {
  const places = await sectorsOfHcp(tx, actor.labId, hcpId, day)
  assertCan(actor, 'calls.write', { labId: actor.labId, sectorIds: places.map(({ sectorId }) => sectorId) })
  const place = places.find(({ sectorId }) => actor.sectorIds.includes(sectorId))
  if (!place) throw notFound()
  return place
}

async function warn(tx: Tx, labId: string, ground: CallGround, input: LogCallInput): Promise<CallWarning[]> {
  const at = { today: ground.today, now: clock.now() }
  const [caution] = await listCautions(tx, labId, [input.hcpId], at)
  const channel = await findChannelRules(tx, labId, input.channelId)
  return warningsOf(caution, channel, await cycleCap(tx, labId, ground.cycles[0]?.id))
}

/** The planned call becomes what was made of it: the same row, which keeps the day it was planned for. */
async function realise(tx: Tx, actor: Actor, plannedId: string, input: LogCallInput): Promise<string> {
  if (!(await lockCall(tx, actor.labId, plannedId))) throw notFound()
  const planned = await findCallRow(tx, actor.labId, plannedId)
  assertCan(actor, 'calls.write', { labId: actor.labId, sectorIds: [planned.sectorId] })
  if (planned.hcpId !== input.hcpId) throw notFound()
  if (planned.outcome !== 'PLANNED') throw refused('call-not-planned')
  await updateCall(tx, actor.labId, plannedId, {
    ...input,
    plannedOn: planned.plannedOn ?? planned.day,
    memberId: actor.memberId,
    clientId: input.clientId,
  })
  return plannedId
}

/**
 * Logs a call of the actor's own sector, or plans one. Sent twice under one client id it is one call, and answers the
 * same. Opposition and caps warn: a call made is a fact.
 */
export const logCall = (actor: Actor, input: LogCallInput): Promise<Logged> =>
  command(actor, async (tx) => {
    const { labId, memberId } = actor
    const known = await findCallByClientId(tx, labId, input.clientId)
    const place = await ownSector(tx, actor, input.hcpId, input.day)
    const ground = await callGround(tx, labId, [place.sectorId])
    if (known)
      return {
        value: { call: await describeCall(tx, labId, known), warnings: await warn(tx, labId, ground, input) },
        audit: null,
      }
    await assertCall(tx, labId, place.networkId, ground.today, input)
    const warnings = await warn(tx, labId, ground, input)
    const source = await findFieldSource(tx, labId)
    if (!source) throw refused('call-without-source')
    const content = { ...input, plannedOn: input.outcome === 'PLANNED' ? input.day : null }
    const { plannedId } = input
    const id = plannedId
      ? await realise(tx, actor, plannedId, input)
      : await insertCall(tx, labId, { ...content, ...place, memberId, sourceId: source.id })
    // Two requests of one device at once: the other kept it.
    const kept = id ?? (await findCallByClientId(tx, labId, input.clientId))
    if (!kept) throw notFound()
    if (id) await refreshFigures(tx, actor, place.networkId, [input.day], ground.today)
    const { outcome, day, channelId, reasonId, productIds } = input
    return {
      value: { call: await describeCall(tx, labId, kept), warnings },
      audit: id
        ? {
            action: 'call.log',
            subject: { kind: 'call', id },
            change: {
              outcome,
              day,
              channel: channelId,
              sector: place.sectorId,
              reason: reasonId,
              products: productIds.length,
            },
          }
        : null,
    }
  })

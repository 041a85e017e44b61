import type { Actor } from '#src/contracts/actor.ts'
import type { HcpPage, PermissionDto } from '#src/contracts/directory-hcp.ts'
import { addMonths } from '#src/lib/calendar.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { mayEver, scope } from '#src/policy/can.ts'
import { clock } from '../../platform/clock.ts'
import { snapshot } from '../../platform/transaction.ts'
import {
  countYearlyContacts,
  findDirectoryCycle,
  listCalls,
  listCommitments,
  listSegments,
} from '../../repositories/hcp-history-repository.ts'
import {
  findHcp,
  listChannelWords,
  listHcpSectors,
  listPermissions,
  listPlaces,
} from '../../repositories/hcp-repository.ts'
import { labToday } from './steps/lab-today.ts'
import { hcpAnswers } from './steps/hcp-answers.ts'

/** What the last word on each channel, and on all of them, amounts to now; `permissions` come latest first. */
function wishes(permissions: readonly PermissionDto[], now: string) {
  const last = new Map<string, PermissionDto['kind']>()
  for (const { channel, kind, effectiveAt } of permissions) {
    const key = channel?.id ?? ''
    if (effectiveAt <= now && !last.has(key)) last.set(key, kind)
  }
  const of = (kind: PermissionDto['kind']) =>
    [...last].filter(([key, word]) => key !== '' && word === kind).map(([key]) => key)
  return { opposedToAll: last.get('') === 'OPPOSITION', opposed: of('OPPOSITION'), consented: of('CONSENT') }
}

/** Everything on one hcp that this person may read; parts that the role never reads are null. */
export async function getHcp(
  actor: Actor,
  input: { id: string; cycleId?: string | undefined },
): Promise<HcpPage> {
  const { labId } = actor
  return snapshot(actor, async (tx) => {
    const today = await labToday(tx, labId)
    const hcp = await findHcp(tx, labId, input.id)
    if (!hcp) throw notFound()
    const sectors = await listHcpSectors(tx, labId, hcp.id, today)
    assertCan(actor, 'directory.read', { labId, sectorIds: sectors.map(({ sectorId }) => sectorId) })
    const cycle = await findDirectoryCycle(tx, labId, today, input.cycleId ?? null)
    if (input.cycleId && !cycle) throw notFound()
    const places = await listPlaces(tx, labId, hcp.id, today)
    const permissions = await listPermissions(tx, labId, hcp.id)
    const { opposedToAll, opposed, consented } = wishes(permissions, clock.instant())
    const channels = await listChannelWords(tx, labId)
    const segments = await listSegments(tx, labId, hcp.id, scope(actor, 'directory.read'))
    const answers =
      cycle && mayEver(actor, 'qualification.read') ? await hcpAnswers(tx, actor, cycle.id, hcp.id) : null
    const commitments =
      cycle && mayEver(actor, 'plans.read')
        ? await listCommitments(tx, labId, hcp.id, cycle.id, scope(actor, 'plans.read'), today)
        : null
    const callsSince = addMonths(today, -12)
    const maySeeCalls = mayEver(actor, 'calls.read')
    const calls = maySeeCalls
      ? await listCalls(tx, labId, hcp.id, scope(actor, 'calls.read'), actor.memberId, callsSince)
      : null
    const counted = maySeeCalls ? await countYearlyContacts(tx, labId, hcp.id, today) : null
    return {
      ...hcp,
      places,
      sectors,
      permissions,
      opposedToAll,
      opposedChannelIds: opposed,
      channels: channels.map((channel) => ({ ...channel, consented: consented.includes(channel.id) })),
      cycle: cycle && {
        id: cycle.id,
        name: cycle.name,
        runStartsOn: cycle.runStartsOn,
        runEndsOn: cycle.runEndsOn,
      },
      answers,
      segments,
      commitments,
      calls,
      yearly: counted && { ...counted, maximum: hcp.yearlyContactMax },
      today,
    }
  })
}

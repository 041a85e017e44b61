import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { PlanHcpDto, PlanLineDto } from '#src/contracts/plan-document.ts'
import type { HcpConstraint, PlanContext, SectorPlan } from '#src/engine/index.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  readCycleWords,
  type CycleChannelRow,
  type CycleSegmentRow,
} from '../../../repositories/allocation-repository.ts'
import {
  countPlanCalls,
  countYearlyUsedOf,
  listLastWordsOf,
  listPlanHcps,
  sumCommitted,
  type PlanHcpRow,
} from '../../../repositories/plan-hcp-repository.ts'
import { listPlanLines } from '../../../repositories/plan-line-repository.ts'
import type { PlanHead } from '../../../repositories/plan-repository.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'
import { orderedCodes } from '../../strategy/steps/read-allocation.ts'
import { constraintFor, lockOf, wordsByHcp } from './plan-constraints.ts'
import { networkMemory, type NetworkMemory } from './plan-forecast.ts'
import { shortNames } from './short-names.ts'

export type StoredLine = PlanLineDto & { id: string }

export type LoadedPlan = {
  head: PlanHead
  document: Configuration
  channels: readonly CycleChannelRow[]
  segments: readonly CycleSegmentRow[]
  memory: NetworkMemory
  previousCycle: { id: string; name: string } | null
  hcps: readonly PlanHcpDto[]
  lines: readonly StoredLine[]
  constraints: readonly HcpConstraint[]
  /** The engine's view of the same lines. */
  plan: SectorPlan
  context: PlanContext
}

/** Where hcps of a plan are looked up. */
export const groundOf = (head: PlanHead, document: Configuration) => ({
  publicationId: head.publicationId,
  runId: head.runId,
  segmentation: document.grid.segmentation,
  sectorId: head.sectorId,
  day: head.today,
})

/**
 * A plan whole, as the engine takes it: lines with what locks them today, who they are about, constraints, the network's
 * memory. `others` are hcps that the plan does not hold yet and that must be known too.
 */
export async function loadPlan(
  tx: Tx,
  labId: string,
  head: PlanHead,
  others: readonly string[] = [],
): Promise<LoadedPlan> {
  const { cycleId, cycleState, hashInForce } = head
  const { document } = await configurationInForce(tx, labId, { id: cycleId, state: cycleState, hashInForce })
  const words = await readCycleWords(tx, labId, cycleId, document.grid.segmentation)
  const { channels, segments: allSegments } = words
  const order = orderedCodes(allSegments)
  const segments = allSegments.toSorted((left, right) => order.indexOf(left.code) - order.indexOf(right.code))
  const rows = await listPlanLines(tx, labId, [head.versionId])
  const hcpIds = [...new Set([...rows.map(({ hcpId }) => hcpId), ...others])]
  const people = await listPlanHcps(tx, labId, groundOf(head, document), hcpIds)
  const ground = { head, document, channels }
  const known = await describePeople(tx, labId, ground, people)

  const byId = new Map(people.map((person) => [person.hcpId, person]))
  const byChannel = new Map(channels.map((channel) => [channel.code, channel]))
  const lines = rows.map((row): StoredLine => {
    const person = byId.get(row.hcpId)
    const channel = byChannel.get(row.channel)
    const done = channel ? (known.done.get(`${row.hcpId}:${channel.id}`) ?? 0) : 0
    // A line without its channel or its person cannot be planned on either.
    const locked =
      head.state !== 'SEALED' && (!person || !channel || lockOf(person, channel, known.words) !== null)
    return { ...row, segment: person?.segment ?? null, locked, done, proposed: locked ? done : row.proposed }
  })
  const shownLocks = locksShown(lines, known.locks)
  const capacityMilli = head.capacityMilli > 0 || head.leadMemberId === null ? head.capacityMilli : null
  return {
    ...ground,
    segments,
    memory: known.memory,
    previousCycle: known.previous && { id: known.previous.id, name: known.previous.name },
    hcps: known.hcps.map((hcp) => ({ ...hcp, lock: shownLocks.get(hcp.hcpId) ?? null })),
    lines,
    constraints: known.constraints,
    plan: {
      state: head.state,
      lines,
      channels: channels.map(({ code, weightMilli, loadMilli }) => ({ code, weightMilli, loadMilli })),
      segments: segments.map(({ code }) => code),
      capacityMilli,
      constraints: known.constraints,
    },
    context: { today: head.today, closesOn: head.closesOn },
  }
}

type Known = Awaited<ReturnType<typeof describePeople>>

/** What locks each hcp, told by its first locked line. */
function locksShown(lines: readonly StoredLine[], locks: Known['locks']): Map<string, PlanHcpDto['lock']> {
  const shown = new Map<string, PlanHcpDto['lock']>()
  for (const { hcpId, channel, locked } of lines)
    if (locked && !shown.has(hcpId)) shown.set(hcpId, locks.get(`${hcpId}:${channel}`) ?? null)
  return shown
}

/** Calls, constraints and words of people, those of a plan or those who may be added to it. */
export async function describePeople(
  tx: Tx,
  labId: string,
  { head, document, channels }: Pick<LoadedPlan, 'head' | 'document' | 'channels'>,
  people: readonly PlanHcpRow[],
) {
  const hcpIds = people.map(({ hcpId }) => hcpId)
  const memory = await networkMemory(tx, labId, head)
  const { previous } = memory
  const run =
    head.runStartsOn && head.runEndsOn ? { startsOn: head.runStartsOn, endsOn: head.runEndsOn } : null
  const { networkId, sectorId, today } = head
  const windows = { networkId, sectorId, today, memory: memory.window, run, previous }
  const calls = await countPlanCalls(tx, labId, windows, hcpIds)
  const words = wordsByHcp(await listLastWordsOf(tx, labId, clock.now(), hcpIds))
  const cycleCap = document.constraints.yearlyContactCap
  const capped = cycleCap !== null || people.some(({ yearlyMaximum }) => yearlyMaximum !== null)
  const used =
    head.state === 'SEALED' || !capped
      ? new Map<string, number>()
      : await countYearlyUsedOf(tx, labId, head.today, hcpIds)
  const first = channels[0]
  const committed = previous && first ? await sumCommitted(tx, labId, previous.id, first.id, hcpIds) : []
  const goals = new Map(committed.map(({ hcpId, contacts }) => [hcpId, contacts]))
  const codes = new Map(channels.map(({ id, code }) => [id, code]))
  const callsOf = new Map<string, typeof calls>()
  for (const call of calls) callsOf.set(call.hcpId, [...(callsOf.get(call.hcpId) ?? []), call])

  const caps = new Map<string, PlanHcpDto['creditCaps']>()
  for (const { segment, channel, maxCredited } of document.grid.rows)
    if (maxCredited !== null) caps.set(segment, [...(caps.get(segment) ?? []), { channel, maxCredited }])

  const short = shortNames(people)
  const hcps = people.map((person): PlanHcpDto => {
    const own = callsOf.get(person.hcpId) ?? []
    const main = own.find(({ channelId }) => channelId === first?.id)
    return {
      hcpId: person.hcpId,
      name: [person.title, person.firstName, person.lastName].filter(Boolean).join(' '),
      shortName: short.get(person.hcpId) ?? person.lastName,
      specialty: person.specialty,
      commune: person.commune,
      postalCode: person.postalCode,
      segment: person.segment,
      lastOn: main?.lastOn ?? null,
      previousDone: main?.previous ?? 0,
      previousGoal: goals.get(person.hcpId) ?? null,
      priorDone: own.flatMap(({ channelId, prior }) => {
        const channel = codes.get(channelId)
        return channel && prior > 0 ? [{ channel, contacts: prior }] : []
      }),
      lock: null,
      creditCaps: caps.get(person.segment ?? '') ?? [],
    }
  })
  const locks = new Map(
    people.flatMap((person) =>
      channels.flatMap((channel) => {
        const lock = lockOf(person, channel, words)
        return lock ? [[`${person.hcpId}:${channel.code}`, lock] as const] : []
      }),
    ),
  )
  return {
    hcps,
    memory,
    previous,
    words,
    locks,
    done: new Map(calls.map((call) => [`${call.hcpId}:${call.channelId}`, call.done])),
    constraints: people.flatMap((person) => {
      const cap = { cycle: cycleCap, used: used.get(person.hcpId) ?? 0 }
      return constraintFor(person, channels, words, cap) ?? []
    }),
  }
}

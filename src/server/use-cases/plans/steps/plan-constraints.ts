import type { LockCause } from '#src/contracts/plan-document.ts'
import type { ConstraintCause, HcpConstraint } from '#src/engine/index.ts'
import type { CycleChannelRow } from '../../../repositories/allocation-repository.ts'
import type { DatedWord, PlanHcpRow } from '../../../repositories/plan-hcp-repository.ts'

export type Lock = { cause: LockCause; since: string | null }

type Words = ReadonlyMap<string, readonly DatedWord[]>

export function wordsByHcp(words: readonly DatedWord[]): Words {
  const byHcp = new Map<string, DatedWord[]>()
  for (const word of words) {
    const own = byHcp.get(word.hcpId)
    if (own) own.push(word)
    else byHcp.set(word.hcpId, [word])
  }
  return byHcp
}

type Person = Pick<PlanHcpRow, 'hcpId' | 'ceased' | 'noVisit'>
type Channel = Pick<CycleChannelRow, 'id' | 'kind' | 'needsConsent'>

/** Why nobody may plan a contact with this person on this channel today; the first cause that applies, null = free. */
export function lockOf(person: Person, channel: Channel, words: Words): Lock | null {
  const own = words.get(person.hcpId) ?? []
  const said = (channelId: string | null, kind: DatedWord['kind']) =>
    own.find((word) => word.channelId === channelId && word.kind === kind)
  if (person.ceased) return { cause: 'ceased', since: null }
  const opposition = said(null, 'OPPOSITION') ?? said(channel.id, 'OPPOSITION')
  if (opposition) return { cause: 'opposition', since: opposition.since }
  if (channel.needsConsent && !said(channel.id, 'CONSENT'))
    return { cause: 'noConsent', since: said(channel.id, 'WITHDRAWAL')?.since ?? null }
  if (person.noVisit && channel.kind === 'VISIT') return { cause: 'noVisit', since: null }
  return null
}

const causeOfLock: Record<LockCause, ConstraintCause> = {
  ceased: 'noAccess',
  opposition: 'opposition',
  noConsent: 'noConsent',
  noVisit: 'noVisit',
}

/** What today forbids for one person, whatever the limits of the cycle; null = nothing. */
export function constraintFor(
  person: PlanHcpRow,
  channels: readonly CycleChannelRow[],
  words: Words,
  cap: { cycle: number | null; used: number },
): HcpConstraint | null {
  const blocked = channels.flatMap((channel) => {
    const lock = lockOf(person, channel, words)
    return lock ? [{ channel: channel.code, cause: causeOfLock[lock.cause] }] : []
  })
  const caps = [cap.cycle, person.yearlyMaximum].filter((value) => value !== null)
  const yearlyRoom = caps.length > 0 ? Math.max(Math.min(...caps) - cap.used, 0) : null
  if (blocked.length === 0 && yearlyRoom === null) return null
  return { hcpId: person.hcpId, blocked, yearlyRoom }
}

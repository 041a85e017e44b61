import type { CallWarning } from '#src/contracts/calls.ts'
import type { CallOutcome } from '#src/contracts/words.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { addDays } from '#src/lib/calendar.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findCallParts, frozenPeriods } from '../../../repositories/call-ground-repository.ts'
import type { HcpCaution } from '../../../repositories/call-target-repository.ts'
import { isFrozen } from './describe-calls.ts'

type Content = {
  day: string
  channelId: string
  outcome: CallOutcome
  reasonId: string | null
  productIds: readonly string[]
}

/**
 * Refuses what no call can be: made in the future, planned in the past, refused without a reason, in a closed cycle past
 * its grace, or about what the lab does not have.
 */
export async function assertCall(
  tx: Tx,
  labId: string,
  networkId: string,
  today: string,
  call: Content,
): Promise<void> {
  const { day, outcome, productIds } = call
  // A device one time zone ahead may already be tomorrow.
  if (outcome !== 'PLANNED' && day > addDays(today, 1)) throw refused('call-in-the-future', { day })
  if (outcome === 'PLANNED' && day < today) throw refused('call-planned-in-the-past', { day })
  if (outcome === 'REFUSED' && !call.reasonId) throw refused('call-without-reason')
  if (new Set(productIds).size < productIds.length) throw refused('call-product-twice')
  const frozen = await frozenPeriods(tx, labId, [networkId], today)
  if (isFrozen(frozen, networkId, day)) throw refused('call-period-closed', { day })
  const [parts] = await findCallParts(tx, labId, call)
  if (!parts?.channel || !parts.reason || parts.products < productIds.length) throw notFound()
}

/** A call made is a fact: what the rules of the person say of it is told, and it is kept. */
export function warningsOf(
  caution: HcpCaution | undefined,
  channel: { id: string; kind: string; needsConsent: boolean } | null,
  yearlyCap: number | null,
): CallWarning[] {
  if (!caution) return []
  const word = (channelId: string | null) => caution.words.find((one) => one.channelId === channelId)?.kind
  const warnings: CallWarning[] = []
  if (caution.status !== 'ACTIVE') warnings.push('not-active')
  if (word(null) === 'OPPOSITION' || (channel && word(channel.id) === 'OPPOSITION'))
    warnings.push('opposition')
  else if (channel?.needsConsent && word(channel.id) !== 'CONSENT') warnings.push('no-consent')
  if (caution.visitRule === 'NO_VISIT' && (!channel || channel.kind === 'VISIT')) warnings.push('no-visit')
  const maximum = caution.yearlyMax ?? yearlyCap
  if (maximum !== null && caution.doneYear >= maximum) warnings.push('yearly-cap')
  return warnings
}

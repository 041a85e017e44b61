import type { LogCallInput, SuggestionDto } from '#src/contracts/calls.ts'

/** A call being entered: what the thumb has chosen so far. */
export type CallDraft = {
  who: SuggestionDto | null
  outcome: LogCallInput['outcome'] | null
  channelId: string
  day: string
  time: string
  /** In the order in which they were shown. */
  productIds: readonly string[]
  reasonId: string | null
  comment: string
}

export const emptyDraft = (start: { channelId: string; day: string; time: string }): CallDraft => ({
  who: null,
  outcome: null,
  ...start,
  productIds: [],
  reasonId: null,
  comment: '',
})

/** Choosing somebody takes what the plan says of them: its products in their order, the channel of the planned call. */
export function choose(draft: CallDraft, who: SuggestionDto): CallDraft {
  return {
    ...draft,
    who,
    outcome: draft.outcome ?? 'DONE',
    channelId: who.planned?.channelId ?? draft.channelId,
    productIds: who.productIds,
  }
}

/** Shown last when it was not, else no longer shown. */
export const toggleProduct = (draft: CallDraft, id: string): CallDraft => ({
  ...draft,
  productIds: draft.productIds.includes(id)
    ? draft.productIds.filter((one) => one !== id)
    : [...draft.productIds, id],
})

/** One place earlier. */
export function raiseProduct(draft: CallDraft, id: string): CallDraft {
  const at = draft.productIds.indexOf(id)
  if (at <= 0) return draft
  const next = [...draft.productIds]
  next.splice(at - 1, 2, id, draft.productIds[at - 1] ?? id)
  return { ...draft, productIds: next }
}

/** The command, or null while something is missing. */
export function callInput(draft: CallDraft): Omit<LogCallInput, 'clientId'> | null {
  const { who, outcome, channelId, day, time, productIds, reasonId } = draft
  if (!who || !outcome || (outcome === 'REFUSED' && !reasonId)) return null
  return {
    hcpId: who.hcpId,
    plannedId: outcome === 'PLANNED' ? null : (who.planned?.id ?? null),
    day,
    time: time || null,
    channelId,
    outcome,
    reasonId: outcome === 'REFUSED' ? reasonId : null,
    productIds: outcome === 'DONE' ? [...productIds] : [],
    comment: draft.comment.trim() || null,
  }
}

import type { Limits } from '../configuration/limits.ts'
import { changedLines, mergedLines } from './change-lines.ts'
import {
  blockedBreaches,
  breach,
  constraintOf,
  contactsOf,
  deadlineBreaches,
  doneBreaches,
  frequencyBreaches,
  stateBreaches,
  yearlyBreaches,
} from './limit-breaches.ts'
import { maximumChanges, isTheoretical, planAllowance, usesAllowance } from './plan-allowance.ts'
import { planHcp, planHcps, type PlanHcp } from './plan-hcps.ts'
import type { ChangeAnswer, LimitBreach, PlanChange, PlanContext, SectorPlan } from './plan-types.ts'

const largestFrequency = 366

/**
 * Answers one change of one hcp on a plan, the same in the browser at each keystroke and on the server under the lock.
 * One change = an hcp whose proposed contacts differ from theory on any channel (moving contacts between channels at
 * equal total is one, an addition or a removal is one, coming back to theory gives it back). Every limit that is broken
 * is told, with by how much; one that refuses is enough to refuse, and then nothing moves. A missing reason refuses
 * nothing here: it blocks the submission. A change without contacts only gives words, and keeps the decision.
 */
export function answerChange(
  plan: SectorPlan,
  change: PlanChange,
  limits: Limits,
  context: PlanContext,
): ChangeAnswer {
  const hcps = planHcps(plan)
  const before = hcps.find((hcp) => hcp.hcpId === change.hcpId) ?? planHcp(change.hcpId, [], plan.channels)
  const asked = planHcp(change.hcpId, mergedLines(before, change), plan.channels)
  const others = hcps.filter((hcp) => hcp !== before)
  const breaches = [
    ...stateBreaches(plan),
    ...deadlineBreaches(limits, context),
    ...cellBreaches(plan, before, change),
    ...(change.contacts.length === 0
      ? []
      : [
          ...doneBreaches(asked),
          ...yearlyBreach(plan, before, asked),
          ...frequencyBreaches(limits, asked),
          ...countBreaches(others, before, asked, limits),
        ]),
  ]
    // Back at theory, or in words alone, there is nothing for a manager to decide.
    .filter((one) => one.mode === 'refuse' || (asked.change !== null && change.contacts.length > 0))
    .sort((left, right) => Number(left.mode === 'manager') - Number(right.mode === 'manager'))
  const refused = breaches[0]?.mode === 'refuse'
  const decision = breaches.length > 0 ? 'TO_DECIDE' : 'ALLOWED'
  const after = refused
    ? before
    : planHcp(change.hcpId, changedLines(asked, before, change, decision), plan.channels)
  return {
    outcome: refused ? 'refused' : breaches.length > 0 ? 'manager' : 'accepted',
    breaches,
    hcpId: change.hcpId,
    kind: after.change?.kind ?? null,
    lines: after.lines,
    reasonMissing: limits.reasonRequired && usesAllowance(after) && !after.change?.reason,
    allowance: planAllowance(refused ? hcps : [...others, after], limits, context),
  }
}

/** The plan with an answer's lines in it: replaced where they stood, new ones at the end. */
export function applyAnswer(plan: SectorPlan, answer: Pick<ChangeAnswer, 'hcpId' | 'lines'>): SectorPlan {
  const byChannel = new Map(answer.lines.map((line) => [line.channel, line]))
  const kept = plan.lines.map((line) => {
    const changed = line.hcpId === answer.hcpId ? byChannel.get(line.channel) : undefined
    if (changed) byChannel.delete(line.channel)
    return changed ?? line
  })
  return { ...plan, lines: [...kept, ...byChannel.values()] }
}

/** Answers a batch in its order, each change on the plan that the ones before it left. */
export function answerChanges(
  plan: SectorPlan,
  changes: readonly PlanChange[],
  limits: Limits,
  context: PlanContext,
): { answers: ChangeAnswer[]; plan: SectorPlan } {
  let current = plan
  const answers = changes.map((change) => {
    const answer = answerChange(current, change, limits, context)
    current = applyAnswer(current, answer)
    return answer
  })
  return { answers, plan: current }
}

function cellBreaches(plan: SectorPlan, before: PlanHcp, { hcpId, contacts }: PlanChange): LimitBreach[] {
  const own = contacts.flatMap(({ channel, proposed }) => {
    if (!plan.channels.some((one) => one.code === channel)) return breach('channel', 'refuse', 0, { channel })
    if (!Number.isInteger(proposed) || proposed < 0 || proposed > largestFrequency) {
      return breach('value', 'refuse', 0, { channel, proposed: String(proposed) })
    }
    const line = before.lines.find((one) => one.channel === channel)
    return line?.locked && line.proposed !== proposed ? breach('locked', 'refuse', 0, { channel }) : []
  })
  const open = contacts.filter(
    ({ channel }) => !before.lines.some((one) => one.channel === channel && one.locked),
  )
  return [...own, ...blockedBreaches(open, constraintOf(plan, hcpId))]
}

/** Less than before is never too much, nor is theory, which the submission checks. */
function yearlyBreach(plan: SectorPlan, before: PlanHcp, asked: PlanHcp): LimitBreach[] {
  if (asked.change === null || contactsOf(asked) <= contactsOf(before)) return []
  return yearlyBreaches(asked, constraintOf(plan, asked.hcpId))
}

/** An hcp that already holds one of the changes may be edited on, unless it is the one that waits for the manager. */
function countBreaches(
  others: readonly PlanHcp[],
  before: PlanHcp,
  asked: PlanHcp,
  limits: Limits,
): LimitBreach[] {
  if (!limits.changes || asked.change === null) return []
  if (usesAllowance(before) && before.change?.decision !== 'TO_DECIDE') return []
  const theoretical = others.filter(isTheoretical).length + Number(isTheoretical(asked))
  const maximum = maximumChanges(limits, theoretical)
  const used = others.filter(usesAllowance).length + 1
  if (maximum === null || used <= maximum) return []
  return [breach('changes', limits.changes.mode, used - maximum, { used, maximum })]
}

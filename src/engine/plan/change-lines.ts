import { changeKind, isChangedLine, type PlanHcp } from './plan-hcps.ts'
import type { LineOrigin, PlanChange, PlanLine } from './plan-types.ts'

/** The hcp's lines with the frequencies that are asked, words and decisions not yet touched; locked lines stay. */
export function mergedLines(before: PlanHcp, change: PlanChange): PlanLine[] {
  const asked = new Map(change.contacts.map((one) => [one.channel, one.proposed]))
  const lines = before.lines.map((line) => {
    const proposed = line.locked ? undefined : asked.get(line.channel)
    asked.delete(line.channel)
    return proposed === undefined ? line : { ...line, proposed }
  })
  for (const [channel, proposed] of asked) {
    lines.push({
      hcpId: change.hcpId,
      channel,
      segment: before.segment ?? change.segment ?? null,
      origin: 'ADDED',
      theoretical: 0,
      proposed,
      approved: null,
      maxCredited: change.maxCredited?.[channel] ?? null,
      reason: null,
      comment: null,
      decision: 'NONE',
      decisionComment: null,
      locked: false,
    })
  }
  return lines
}

/** The lines to store: origin, words and decision follow from the frequencies; back at theory nothing is left of them. */
export function changedLines(
  asked: PlanHcp,
  before: PlanHcp,
  change: PlanChange,
  decision: 'ALLOWED' | 'TO_DECIDE',
): PlanLine[] {
  const origin = originOf(asked.lines)
  const reason = change.reason === undefined ? (before.change?.reason ?? null) : change.reason
  const comment = change.comment === undefined ? (before.change?.comment ?? null) : change.comment
  const wordsOnly = change.contacts.length === 0
  return asked.lines.map((line) => {
    if (line.locked) return line
    if (!isChangedLine(line)) {
      return { ...line, origin, reason: null, comment: null, decision: 'NONE', decisionComment: null }
    }
    const words = { ...line, origin, reason, comment }
    return wordsOnly ? words : { ...words, decision, decisionComment: null }
  })
}

/** Of the whole target: ADDED where theory has no contact, REMOVED where none is left. */
export function originOf(lines: readonly PlanLine[]): LineOrigin {
  if (lines.every((line) => line.theoretical === 0)) return 'ADDED'
  return changeKind(lines) === 'removal' ? 'REMOVED' : 'PROPOSED'
}

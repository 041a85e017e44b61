import { committedContacts } from './plan-hcps.ts'
import type { PlanLine, SectorPlan } from './plan-types.ts'

/**
 * Approved frequencies of every line, in the order of the plan: what is proposed, theory where the manager refused,
 * what still counts on locked lines. A credit cap never stays under what was approved, or the line could not be kept.
 * `approvalChecks` comes first.
 */
export function approvedLines(plan: Pick<SectorPlan, 'lines'>): PlanLine[] {
  return plan.lines.map((line) => approved(line, committedContacts(line)))
}

/** The deadline's rule « theory applies »: theory on every line but the locked ones, whatever was proposed. */
export function theoryApprovedLines(plan: Pick<SectorPlan, 'lines'>): PlanLine[] {
  return plan.lines.map((line) => approved(line, line.locked ? line.proposed : line.theoretical))
}

function approved(line: PlanLine, contacts: number): PlanLine {
  const approvedContacts = Math.max(contacts, line.done ?? 0)
  return {
    ...line,
    approved: approvedContacts,
    maxCredited: line.maxCredited === null ? null : Math.max(line.maxCredited, approvedContacts),
  }
}

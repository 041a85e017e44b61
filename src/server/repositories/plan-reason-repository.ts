import type { Tx } from '../platform/tx.ts'

export type PlanReasonRow = { code: string; labels: Record<string, string>; usedFor: string[] }

/** Reasons of a change of plan that are in use, by code. */
export async function listPlanReasons(tx: Tx, labId: string): Promise<PlanReasonRow[]> {
  const rows = await tx.reason.findMany({
    where: { labId, active: true, usedFor: { hasSome: ['ADD', 'REMOVE', 'CHANGE'] } },
    select: { code: true, labels: true, usedFor: true },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ code, labels, usedFor }) => ({
    code,
    usedFor,
    labels: labels as Record<string, string>,
  }))
}

import type { Prisma } from '#src/generated/prisma/client.ts'
import { cycleStateSchema, type CycleState, type CycleTransitionDto } from '#src/contracts/cycles.ts'
import type { Tx } from '../platform/transaction.ts'

export type NewTransition = {
  cycleId: string
  from: CycleState | null
  to: CycleState
  at: Date
  memberId: string | null
  configurationHash: string | null
  /** The checklist as it stood, with the figures of the steps. */
  checklist: Prisma.InputJsonObject
}

export async function insertTransition(tx: Tx, labId: string, transition: NewTransition): Promise<void> {
  const { from, to, memberId, ...row } = transition
  await tx.cycleTransition.create({
    data: { labId, ...row, fromState: from, toState: to, memberId, createdBy: memberId },
  })
}

/** The configuration in force since the latest transition that names one. */
export async function findTransitionConfiguration(
  tx: Tx,
  labId: string,
  cycleId: string,
): Promise<string | null> {
  const row = await tx.cycleTransition.findFirst({
    where: { labId, cycleId, configurationHash: { not: null } },
    select: { configurationHash: true },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  })
  return row?.configurationHash ?? null
}

export async function listTransitions(tx: Tx, labId: string, cycleId: string): Promise<CycleTransitionDto[]> {
  const rows = await tx.$queryRaw<
    {
      id: string
      from_state: string | null
      to_state: string
      at: Date
      by: string | null
      hash: string | null
    }[]
  >`
    SELECT t.id, t.from_state, t.to_state, t.at, m.display_name AS by, t.configuration_hash AS hash
    FROM cycle_transition t
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = t.member_id
    WHERE t.lab_id = ${labId}::uuid AND t.cycle_id = ${cycleId}::uuid
    ORDER BY t.at DESC, t.id DESC`
  return rows.map((row) => ({
    id: row.id,
    from: row.from_state === null ? null : cycleStateSchema.parse(row.from_state),
    to: cycleStateSchema.parse(row.to_state),
    at: row.at.toISOString(),
    by: row.by,
    configurationHash: row.hash,
  }))
}

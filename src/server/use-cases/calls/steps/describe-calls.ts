import type { CallDto } from '#src/contracts/calls.ts'
import { notFound } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { frozenPeriods } from '../../../repositories/call-ground-repository.ts'
import { listCalls, type CallRow } from '../../../repositories/call-repository.ts'
import { callGround, standings } from './call-ground.ts'

type Period = { networkId: string; startsOn: string; endsOn: string }

/** A closed cycle past its grace keeps its calls as they are. */
export const isFrozen = (frozen: readonly Period[], networkId: string, day: string): boolean =>
  frozen.some((one) => one.networkId === networkId && one.startsOn <= day && day <= one.endsOn)

/** Calls as screens read them: with the place of each hcp in the plan that runs, and whether they may still change. */
export async function describeCalls(tx: Tx, labId: string, rows: readonly CallRow[]): Promise<CallDto[]> {
  if (rows.length === 0) return []
  const ground = await callGround(tx, labId, [...new Set(rows.map(({ sectorId }) => sectorId))])
  const hcpIds = [...new Set(rows.map(({ hcpId }) => hcpId))]
  const targets = await standings(tx, labId, ground, hcpIds)
  const networkIds = [...new Set(rows.map(({ networkId }) => networkId))]
  const frozen = await frozenPeriods(tx, labId, networkIds, ground.today)
  return rows.map(({ networkId, sourceKind, ...row }) => {
    const target = targets.get(`${row.sectorId} ${row.hcpId}`)
    return {
      ...row,
      segment: target?.segment ?? null,
      standing: target ? { done: target.done, goal: target.goal } : null,
      isEditable:
        sourceKind === 'FIELD' && row.outcome !== 'CANCELLED' && !isFrozen(frozen, networkId, row.day),
    }
  })
}

/** One call of the lab, whoever may see it. */
export async function findCallRow(tx: Tx, labId: string, id: string): Promise<CallRow> {
  const page = { after: null, limit: 1, day: '9999-12-31' }
  const [row] = await listCalls(tx, labId, { id }, { kind: 'lab' }, page)
  if (!row) throw notFound()
  return row
}

export async function describeCall(tx: Tx, labId: string, id: string): Promise<CallDto> {
  const [call] = await describeCalls(tx, labId, [await findCallRow(tx, labId, id)])
  if (!call) throw notFound()
  return call
}

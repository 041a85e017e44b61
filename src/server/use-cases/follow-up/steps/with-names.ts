import type { FollowHcp } from '#src/contracts/follow-up.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listFollowPeople, listLastCalls } from '../../../repositories/follow-hcp-repository.ts'
import type { HcpBehind } from './hcps-behind.ts'

/** Who the hcps are, where, and when they were last met in their sector. */
export async function withNames(
  tx: Tx,
  labId: string,
  page: readonly HcpBehind[],
  asOf: string,
): Promise<FollowHcp[]> {
  const hcpIds = [...new Set(page.map(({ hcpId }) => hcpId))]
  const people = new Map((await listFollowPeople(tx, labId, hcpIds, asOf)).map((row) => [row.hcpId, row]))
  const sectorIds = [...new Set(page.map(({ sector }) => sector.id))]
  const last = new Map(
    (await listLastCalls(tx, labId, sectorIds, asOf)).map((row) => [`${row.sectorId} ${row.hcpId}`, row.day]),
  )
  return page.map((hcp) => {
    const person = people.get(hcp.hcpId)
    return {
      ...hcp,
      name: person?.name ?? '',
      specialty: person?.specialty ?? null,
      commune: person?.commune ?? null,
      lastCallOn: last.get(`${hcp.sector.id} ${hcp.hcpId}`) ?? null,
    }
  })
}

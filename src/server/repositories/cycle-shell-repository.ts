import type { ScopeFilter } from '#src/contracts/actor.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'

const within = (column: Prisma.Sql, scope: ScopeFilter) =>
  scope.kind === 'lab' ? Prisma.empty : Prisma.sql`AND ${column} = ANY(${[...scope.sectorIds]}::uuid[])`

const countOf = ([row]: { count: bigint }[]) => Number(row?.count ?? 0)

export const countOpenAlerts = async (tx: Tx, labId: string, scope: ScopeFilter): Promise<number> =>
  countOf(
    await tx.$queryRaw(Prisma.sql`
      SELECT count(*) AS count FROM alert a
      WHERE a.lab_id = ${labId}::uuid AND a.closed_on IS NULL ${within(Prisma.sql`a.sector_id`, scope)}`),
  )

/** Plans of the scope whose version in work stands in one of these states. */
export const countPlans = async (
  tx: Tx,
  labId: string,
  scope: ScopeFilter,
  states: readonly string[],
): Promise<number> =>
  countOf(
    await tx.$queryRaw(Prisma.sql`
      SELECT count(*) AS count FROM plan p
      JOIN plan_version v ON v.lab_id = ${labId}::uuid AND v.plan_id = p.id AND v.state = ANY(${[...states]}::text[])
      WHERE p.lab_id = ${labId}::uuid ${within(Prisma.sql`p.sector_id`, scope)}`),
  )

/** Networks of these sectors. */
export async function networksOfSectors(
  tx: Tx,
  labId: string,
  sectorIds: readonly string[],
): Promise<string[]> {
  const rows = await tx.sector.findMany({
    where: { labId, id: { in: [...sectorIds] } },
    select: { networkId: true },
    distinct: ['networkId'],
  })
  return rows.map(({ networkId }) => networkId)
}

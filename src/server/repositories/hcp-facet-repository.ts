import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { DirectoryFacets } from '#src/contracts/directory.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { inForce } from './days.ts'

const { sql } = Prisma

/** Sectors in reach on a day, and their regions. */
export async function listFilterSectors(tx: Tx, labId: string, scope: ScopeFilter, day: string) {
  const sectors = await tx.sector.findMany({
    where: { labId, ...inForce(day), ...(scope.kind === 'sectors' && { id: { in: [...scope.sectorIds] } }) },
    select: { id: true, code: true, name: true, regionId: true },
    orderBy: { name: 'asc' },
  })
  const regions = await tx.region.findMany({
    where: { labId, id: { in: [...new Set(sectors.map(({ regionId }) => regionId))] } },
    select: { id: true, name: true },
    orderBy: { name: 'asc' },
  })
  return { sectors, regions }
}

/** Cycles with the segments of their general segmentation; who reaches sectors only sees published ones. */
export async function listCycleSegments(
  tx: Tx,
  labId: string,
  scope: ScopeFilter,
): Promise<DirectoryFacets['cycles']> {
  const published =
    scope.kind === 'lab'
      ? Prisma.empty
      : sql`AND EXISTS (SELECT 1 FROM cycle_network cn WHERE cn.lab_id = ${labId}::uuid AND cn.cycle_id = y.id AND cn.published)`
  return tx.$queryRaw<DirectoryFacets['cycles']>`
    SELECT y.id, y.name, coalesce((SELECT jsonb_agg(jsonb_build_object('code', g.code, 'name', g.name, 'rank', g.rank, 'colour', g.colour)
        ORDER BY g.rank) FROM cycle_segment g
      WHERE g.lab_id = ${labId}::uuid AND g.cycle_id = y.id AND g.segmentation = 'general' AND g.rank > 0), '[]') AS segments
    FROM cycle y WHERE y.lab_id = ${labId}::uuid AND NOT y.is_template ${published}
    ORDER BY y.run_starts_on DESC NULLS FIRST, y.id DESC`
}

export async function listFilterReasons(tx: Tx, labId: string): Promise<DirectoryFacets['reasons']> {
  const rows = await tx.reason.findMany({
    where: { labId },
    select: { code: true, labels: true },
    orderBy: { code: 'asc' },
  })
  return rows.map(({ code, labels }) => {
    const words = labels as { fr?: string; en?: string }
    return { code, fr: words.fr ?? code, en: words.en ?? words.fr ?? code }
  })
}

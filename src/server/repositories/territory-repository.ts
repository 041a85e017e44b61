import type { ScopeFilter } from '#src/contracts/actor.ts'
import type {
  NetworkDto,
  RegionDto,
  SaveNetworkInput,
  SaveRegionInput,
  SaveSectorInput,
  SectorDto,
} from '#src/contracts/administration-territory.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { endsBeforeOf, toDate } from './days.ts'

const { sql } = Prisma

type SectorRow = Omit<SectorDto, 'reps' | 'vacant'>

/** Sectors in reach that are not over on a day, with what they hold then. */
export async function listSectors(
  tx: Tx,
  labId: string,
  scope: ScopeFilter,
  day: string,
): Promise<SectorRow[]> {
  const own = scope.kind === 'lab' ? Prisma.empty : sql`AND s.id = ANY (${[...scope.sectorIds]}::uuid[])`
  return tx.$queryRaw<SectorRow[]>`
    WITH held AS (SELECT b.sector_id, count(DISTINCT b.brick_id)::int AS bricks, count(DISTINCT a.insee_code)::int AS communes
        FROM sector_brick b LEFT JOIN brick_area a ON a.lab_id = ${labId}::uuid AND a.brick_id = b.brick_id
        WHERE b.lab_id = ${labId}::uuid AND b.starts_on <= ${day}::date AND (b.ends_before IS NULL OR b.ends_before > ${day}::date)
        GROUP BY b.sector_id),
      people AS (SELECT hs.sector_id, count(*)::int AS hcps FROM hcp_sector hs
        JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = hs.hcp_id AND h.status = 'ACTIVE'
        WHERE hs.lab_id = ${labId}::uuid AND hs.main AND hs.starts_on <= ${day}::date
          AND (hs.ends_before IS NULL OR hs.ends_before > ${day}::date) GROUP BY hs.sector_id)
    SELECT s.id, s.code, s.name, s.region_id AS "regionId", s.holiday_zone AS "holidayZone", s.time_zone AS "timeZone",
      s.starts_on::text AS "startsOn", (s.ends_before - 1)::text AS "endsOn", coalesce(held.bricks, 0) AS bricks,
      coalesce(held.communes, 0) AS communes, coalesce(people.hcps, 0) AS hcps
    FROM sector s LEFT JOIN held ON held.sector_id = s.id LEFT JOIN people ON people.sector_id = s.id
    WHERE s.lab_id = ${labId}::uuid AND (s.ends_before IS NULL OR s.ends_before > ${day}::date) ${own}
    ORDER BY s.name, s.code`
}

export const listRegions = (
  tx: Tx,
  labId: string,
): Promise<Pick<RegionDto, 'id' | 'networkId' | 'code' | 'name'>[]> =>
  tx.region.findMany({
    where: { labId },
    select: { id: true, networkId: true, code: true, name: true },
    orderBy: { name: 'asc' },
  })

export const listNetworks = (tx: Tx, labId: string): Promise<Omit<NetworkDto, 'regions'>[]> =>
  tx.network.findMany({
    where: { labId },
    select: { id: true, code: true, name: true, contactCapShareBps: true, sharedHcpPriority: true },
    orderBy: [{ sharedHcpPriority: 'asc' }, { name: 'asc' }],
  })

/** Whether another row of that kind already has this code. */
export async function codeTaken(
  tx: Tx,
  labId: string,
  what: 'network' | 'region' | 'sector',
  row: { id: string | null; networkId?: string; code: string },
): Promise<boolean> {
  const { id, networkId, code } = row
  const other = id ? { id: { not: id } } : {}
  if (what === 'network') return (await tx.network.count({ where: { labId, code, ...other } })) > 0
  const where = { labId, networkId: networkId ?? '', code, ...other }
  return (await (what === 'region' ? tx.region.count({ where }) : tx.sector.count({ where }))) > 0
}

export const findRegion = (tx: Tx, labId: string, id: string) =>
  tx.region.findUnique({ where: { labId_id: { labId, id } }, select: { id: true, networkId: true } })

export const findNetwork = (tx: Tx, labId: string, id: string) =>
  tx.network.findUnique({ where: { labId_id: { labId, id } }, select: { id: true } })

export const findSector = (tx: Tx, labId: string, id: string) =>
  tx.sector.findUnique({
    where: { labId_id: { labId, id } },
    select: { id: true, networkId: true, regionId: true },
  })

/** Adds (`isNew`) or changes; answers false when the row to change is not there. */
export async function saveNetwork(
  tx: Tx,
  labId: string,
  id: string,
  isNew: boolean,
  input: Omit<SaveNetworkInput, 'id' | 'commandId'>,
): Promise<boolean> {
  if (!isNew) return (await tx.network.updateMany({ where: { labId, id }, data: input })).count === 1
  await tx.network.create({ data: { labId, id, ...input } })
  return true
}

export async function saveRegion(
  tx: Tx,
  labId: string,
  id: string,
  isNew: boolean,
  input: Omit<SaveRegionInput, 'id' | 'commandId'>,
): Promise<boolean> {
  const { networkId, ...words } = input
  if (!isNew)
    return (await tx.region.updateMany({ where: { labId, id, networkId }, data: words })).count === 1
  await tx.region.create({ data: { labId, id, networkId, ...words } })
  return true
}

export async function saveSector(
  tx: Tx,
  labId: string,
  id: string,
  isNew: boolean,
  input: Omit<SaveSectorInput, 'id' | 'commandId'> & { networkId: string },
): Promise<boolean> {
  const { startsOn, endsOn, networkId, ...rest } = input
  const data = { ...rest, startsOn: toDate(startsOn), endsBefore: endsBeforeOf(endsOn) }
  if (!isNew) return (await tx.sector.updateMany({ where: { labId, id, networkId }, data })).count === 1
  await tx.sector.create({ data: { labId, id, networkId, ...data } })
  return true
}

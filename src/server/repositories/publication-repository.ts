import type { Tx } from '../platform/tx.ts'
import { uuid7 } from '../platform/uuid7.ts'

export type NewPublication = {
  id: string
  cycleId: string
  configurationHash: string
  configurationDraftId: string | null
  /** The official run whose segments are published. */
  runId: string
  at: Date
  memberId: string
  sectorIds: readonly string[]
  /** The gate as it stood, plain JSON. */
  feasibility: object
}

export async function insertPublication(tx: Tx, labId: string, publication: NewPublication): Promise<number> {
  const { at, memberId, sectorIds, feasibility, ...columns } = publication
  const last = await tx.publication.aggregate({
    where: { labId, cycleId: publication.cycleId },
    _max: { number: true },
  })
  const number = (last._max.number ?? 0) + 1
  await tx.publication.create({
    data: {
      labId,
      ...columns,
      number,
      publishedAt: at,
      sectorIds: [...sectorIds],
      feasibility,
      createdBy: memberId,
    },
    select: { id: true },
  })
  return number
}

export type NewPublishedSector = {
  sectorId: string
  networkId: string
  regionId: string
  leadMemberId: string | null
  members: readonly object[]
  holidayZone: string
  halfDays: object
  capacityMilli: number
}

export async function insertPublishedSectors(
  tx: Tx,
  labId: string,
  publicationId: string,
  memberId: string,
  sectors: readonly NewPublishedSector[],
): Promise<void> {
  await tx.publishedSector.createMany({
    data: sectors.map(({ members, ...sector }) => ({
      labId,
      publicationId,
      createdBy: memberId,
      ...sector,
      members: [...members],
    })),
  })
}

/** The plan of each sector, with its first version in work. Answers the version of each sector. */
export async function insertPlans(
  tx: Tx,
  labId: string,
  publication: Pick<NewPublication, 'id' | 'cycleId' | 'memberId' | 'at'>,
  sectorIds: readonly string[],
): Promise<Map<string, string>> {
  const { id: publicationId, cycleId, memberId, at } = publication
  const moment = at.getTime()
  const plans = sectorIds.map((sectorId) => ({ sectorId, planId: uuid7(moment), versionId: uuid7(moment) }))
  const own = { labId, createdBy: memberId }
  await tx.plan.createMany({
    data: plans.map(({ sectorId, planId }) => ({ ...own, id: planId, cycleId, sectorId })),
  })
  await tx.planVersion.createMany({
    data: plans.map(({ planId, versionId }) => ({ ...own, id: versionId, planId, publicationId, number: 1 })),
  })
  await tx.planEvent.createMany({
    data: plans.map(({ planId, versionId }) => ({
      ...own,
      id: uuid7(moment),
      planId,
      planVersionId: versionId,
      memberId,
      kind: 'CREATE',
      toState: 'OPEN',
      at,
    })),
  })
  return new Map(plans.map(({ sectorId, versionId }) => [sectorId, versionId]))
}

export type LatestPublication = { id: string; number: number; at: string; by: string | null }

export async function findLatestPublication(
  tx: Tx,
  labId: string,
  cycleId: string,
): Promise<LatestPublication | null> {
  const rows = await tx.$queryRaw<{ id: string; number: number; at: Date; by: string | null }[]>`
    SELECT p.id, p.number, p.published_at AS at, m.display_name AS by
    FROM publication p LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = p.created_by
    WHERE p.lab_id = ${labId}::uuid AND p.cycle_id = ${cycleId}::uuid ORDER BY p.number DESC LIMIT 1`
  const [row] = rows
  return row ? { ...row, at: row.at.toISOString() } : null
}

import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/tx.ts'

const { sql } = Prisma

export type AllocationQuestion = {
  runId: string
  segmentation: string
  networkIds: readonly string[]
  sectorIds?: readonly string[] | undefined
  /** The day on which sectors and places are looked at. */
  day: string
}

export type AllocationHcpRow = {
  hcpId: string
  sectorId: string
  practiceId: string | null
  /** null = excluded by a rule. */
  segment: string | null
  noVisit: boolean
  yearlyMaximum: number | null
}

const atDay = (alias: string, day: string) => {
  const column = (name: string) => Prisma.raw(`${alias}.${name}`)
  return sql`${column('starts_on')} <= ${day}::date
    AND (${column('ends_before')} IS NULL OR ${column('ends_before')} > ${day}::date)`
}

/** Active hcps of an official run with their main sector on a day, in the order of ids; one row a network. */
export async function listAllocationHcps(
  tx: Tx,
  labId: string,
  question: AllocationQuestion,
): Promise<AllocationHcpRow[]> {
  const { day, runId, segmentation, networkIds, sectorIds } = question
  const rows = await tx.$queryRaw<AllocationHcpRow[]>`
    SELECT sa.hcp_id AS "hcpId", hs.sector_id AS "sectorId", hs.practice_id AS "practiceId", g.code AS segment,
      h.visit_rule = 'NO_VISIT' AS "noVisit", h.yearly_contact_max AS "yearlyMaximum"
    FROM segment_assignment sa
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = sa.hcp_id AND h.status = 'ACTIVE'
    JOIN hcp_sector hs ON hs.lab_id = ${labId}::uuid AND hs.hcp_id = sa.hcp_id AND hs.main
      AND hs.network_id = ANY (${[...networkIds]}::uuid[]) AND ${atDay('hs', day)}
      ${sectorIds ? sql`AND hs.sector_id = ANY (${[...sectorIds]}::uuid[])` : Prisma.empty}
    LEFT JOIN cycle_segment g ON g.lab_id = ${labId}::uuid AND g.id = sa.cycle_segment_id
    WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${runId}::uuid AND sa.segmentation = ${segmentation}
    ORDER BY sa.hcp_id, hs.network_id`
  // A sector given by head office names no place. Joined to all, this would read an exclusion's index hcp by hcp.
  const unplaced = rows.flatMap(({ hcpId, practiceId }) => (practiceId === null ? [hcpId] : []))
  if (unplaced.length === 0) return rows
  const places = await tx.$queryRaw<{ hcpId: string; practiceId: string }[]>`
    SELECT hp.hcp_id AS "hcpId", hp.practice_id AS "practiceId" FROM hcp_practice hp
    WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = ANY (${unplaced}::uuid[]) AND hp.principal AND ${atDay('hp', day)}`
  const principal = new Map(places.map(({ hcpId, practiceId }) => [hcpId, practiceId]))
  return rows.map((row) => ({ ...row, practiceId: row.practiceId ?? principal.get(row.hcpId) ?? null }))
}

export type AssignmentWhy = {
  hcpId: string
  classes: Record<string, string | null>
  cell: string | null
  rule: string | null
}

/** Why each hcp of a run is in its segment, as stored with the run. */
export const listAssignmentWhys = (
  tx: Tx,
  labId: string,
  runId: string,
  segmentation: string,
): Promise<AssignmentWhy[]> => tx.$queryRaw<AssignmentWhy[]>`
  SELECT sa.hcp_id AS "hcpId", sa.classes, sa.cell, sa.rule FROM segment_assignment sa
  WHERE sa.lab_id = ${labId}::uuid AND sa.run_id = ${runId}::uuid AND sa.segmentation = ${segmentation}`

export type CycleSegmentRow = { id: string; code: string; name: string; colour: string; rank: number }

/** Segments of a cycle's segmentation, by rank. */
export const listCycleSegments = (
  tx: Tx,
  labId: string,
  cycleId: string,
  segmentation: string,
): Promise<CycleSegmentRow[]> =>
  tx.cycleSegment.findMany({
    where: { labId, cycleId, segmentation, rank: { gt: 0 } },
    select: { id: true, code: true, name: true, colour: true, rank: true },
    orderBy: [{ rank: 'asc' }, { code: 'asc' }],
  })

export type CycleChannelRow = {
  id: string
  code: string
  name: string
  kind: string
  needsConsent: boolean
  weightMilli: number
  loadMilli: number
  unitCostCents: number
}

const kindOrder = `{VISIT,REMOTE,PHONE,EMAIL,SMS,EVENT}`

const channelsSql = (labId: string, cycleId: string) => sql`
    SELECT ch.id, ch.code, ch.name, ch.kind, ch.needs_consent AS "needsConsent", cc.weight_milli AS "weightMilli",
      cc.load_milli AS "loadMilli", cc.unit_cost_cents AS "unitCostCents"
    FROM cycle_channel cc JOIN channel ch ON ch.lab_id = ${labId}::uuid AND ch.id = cc.channel_id
    WHERE cc.lab_id = ${labId}::uuid AND cc.cycle_id = ${cycleId}::uuid
    ORDER BY array_position(${kindOrder}::text[], ch.kind), ch.code`

/** Channels of a cycle, face to face first: their order breaks ties between lines of one hcp. */
export const listCycleChannels = (tx: Tx, labId: string, cycleId: string): Promise<CycleChannelRow[]> =>
  tx.$queryRaw<CycleChannelRow[]>(channelsSql(labId, cycleId))

export type CycleWords = { channels: CycleChannelRow[]; segments: CycleSegmentRow[] }

/** `listCycleChannels` and `listCycleSegments` at once: what names the lines of a plan. */
export async function readCycleWords(
  tx: Tx,
  labId: string,
  cycleId: string,
  segmentation: string,
): Promise<CycleWords> {
  const [row] = await tx.$queryRaw<CycleWords[]>`
    SELECT (SELECT coalesce(json_agg(c), '[]') FROM (${channelsSql(labId, cycleId)}) c) AS channels,
      (SELECT coalesce(json_agg(g), '[]') FROM (
        SELECT s.id, s.code, s.name, s.colour, s.rank FROM cycle_segment s
        WHERE s.lab_id = ${labId}::uuid AND s.cycle_id = ${cycleId}::uuid AND s.segmentation = ${segmentation} AND s.rank > 0
        ORDER BY s.rank, s.code) g) AS segments`
  return row ?? { channels: [], segments: [] }
}

export type CycleProductRow = { id: string; code: string; name: string; networkIds: string[] }

/** Products of a cycle by rank, with the networks that promote them. */
export const listCycleProducts = (tx: Tx, labId: string, cycleId: string): Promise<CycleProductRow[]> =>
  tx.$queryRaw<CycleProductRow[]>`
    SELECT p.id, p.code, p.name, array_agg(cp.network_id::text ORDER BY cp.network_id) AS "networkIds"
    FROM cycle_product cp JOIN product p ON p.lab_id = ${labId}::uuid AND p.id = cp.product_id
    WHERE cp.lab_id = ${labId}::uuid AND cp.cycle_id = ${cycleId}::uuid
    GROUP BY p.id, p.code, p.name ORDER BY min(cp.rank), p.code`

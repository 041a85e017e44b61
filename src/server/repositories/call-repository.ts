import type { ScopeFilter } from '#src/contracts/actor.ts'
import type { CallDto, CallsFilter } from '#src/contracts/calls.ts'
import type { CallOutcome } from '#src/contracts/words.ts'
import { Prisma } from '#src/generated/prisma/client.ts'
import type { Tx } from '../platform/transaction.ts'
import { toDate, toDateOrNull } from './days.ts'

const { sql } = Prisma

export type CallRow = Omit<CallDto, 'standing' | 'isEditable' | 'segment'> & {
  networkId: string
  sourceKind: string
}

const inScope = (scope: ScopeFilter) =>
  scope.kind === 'lab' ? sql`true` : sql`c.sector_id = ANY (${[...scope.sectorIds]}::uuid[])`

const matching = (labId: string, filter: CallsFilter & { id?: string | undefined }) => {
  const { id, from, to, sectorId, hcpId, channelId, outcome, q } = filter
  const words = (q ?? '').trim()
  return sql`c.lab_id = ${labId}::uuid AND c.duplicate_of_id IS NULL
    ${id ? sql`AND c.id = ${id}::uuid` : Prisma.empty}
    ${from ? sql`AND c.day >= ${from}::date` : Prisma.empty} ${to ? sql`AND c.day <= ${to}::date` : Prisma.empty}
    ${sectorId ? sql`AND c.sector_id = ${sectorId}::uuid` : Prisma.empty}
    ${hcpId ? sql`AND c.hcp_id = ${hcpId}::uuid` : Prisma.empty}
    ${channelId ? sql`AND c.channel_id = ${channelId}::uuid` : Prisma.empty}
    ${outcome ? sql`AND c.outcome = ${outcome}` : id ? Prisma.empty : sql`AND c.outcome <> 'CANCELLED'`}
    ${words ? sql`AND h.search_text LIKE '%' || fold(${words}) || '%'` : Prisma.empty}`
}

export type CallPosition = { day: string; time: string; id: string }

/** Calls of a scope, the latest day first, each day by its hours. */
export function listCalls(
  tx: Tx,
  labId: string,
  filter: CallsFilter & { id?: string | undefined },
  scope: ScopeFilter,
  page: { after: CallPosition | null; limit: number; day: string },
): Promise<CallRow[]> {
  const { after, limit, day } = page
  return tx.$queryRaw<CallRow[]>`
    SELECT c.id, c.version, c.client_id AS "clientId", c.network_id AS "networkId", c.sector_id AS "sectorId", s.name AS sector,
      c.hcp_id AS "hcpId", concat_ws(' ', h.title, h.first_name, h.last_name) AS name, h.specialty, place.commune,
      m.display_name AS member, c.day::text AS day, c.planned_on::text AS "plannedOn", c.time, c.channel_id AS "channelId",
      c.outcome, c.reason_id AS "reasonId", c.comment, src.kind AS "sourceKind",
      coalesce((SELECT jsonb_agg(p.product_id ORDER BY p.position) FROM call_product p
        WHERE p.lab_id = ${labId}::uuid AND p.call_id = c.id), '[]'::jsonb) AS "productIds"
    FROM (SELECT c.* FROM call c JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = c.hcp_id
      WHERE ${matching(labId, filter)} AND ${inScope(scope)}
        ${after ? sql`AND (c.day < ${after.day}::date OR c.day = ${after.day}::date AND (coalesce(c.time, '99'), c.id) > (${after.time}, ${after.id}::uuid))` : Prisma.empty}
      ORDER BY c.day DESC, coalesce(c.time, '99'), c.id LIMIT ${limit}) c
    JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = c.hcp_id
    JOIN sector s ON s.lab_id = ${labId}::uuid AND s.id = c.sector_id
    JOIN source src ON src.lab_id = ${labId}::uuid AND src.id = c.source_id
    LEFT JOIN member m ON m.lab_id = ${labId}::uuid AND m.id = c.member_id
    LEFT JOIN LATERAL (SELECT coalesce(co.name, p.name) AS commune FROM hcp_practice hp
      JOIN practice p ON p.lab_id = ${labId}::uuid AND p.id = hp.practice_id
      LEFT JOIN commune co ON co.insee_code = p.insee_code
      WHERE hp.lab_id = ${labId}::uuid AND hp.hcp_id = h.id AND hp.starts_on <= ${day}::date
        AND (hp.ends_before IS NULL OR hp.ends_before > ${day}::date)
      ORDER BY hp.principal DESC, hp.starts_on, hp.id LIMIT 1) place ON true
    ORDER BY c.day DESC, coalesce(c.time, '99'), c.id`
}

export async function countCalls(
  tx: Tx,
  labId: string,
  filter: CallsFilter,
  scope: ScopeFilter,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ calls: number }[]>`
    SELECT count(*)::int AS calls FROM call c JOIN hcp h ON h.lab_id = ${labId}::uuid AND h.id = c.hcp_id
    WHERE ${matching(labId, filter)} AND ${inScope(scope)}`
  return row?.calls ?? 0
}

export type CallDay = { day: string; done: number; planned: number; missed: number }

export const countCallsByDay = (
  tx: Tx,
  labId: string,
  days: { from: string; to: string },
  scope: ScopeFilter,
): Promise<CallDay[]> => tx.$queryRaw<CallDay[]>`
  SELECT c.day::text AS day, count(*) FILTER (WHERE c.outcome = 'DONE')::int AS done,
    count(*) FILTER (WHERE c.outcome = 'PLANNED')::int AS planned,
    count(*) FILTER (WHERE c.outcome IN ('REFUSED', 'ABSENT'))::int AS missed
  FROM call c WHERE c.lab_id = ${labId}::uuid AND c.duplicate_of_id IS NULL AND ${inScope(scope)}
    AND c.day BETWEEN ${days.from}::date AND ${days.to}::date GROUP BY c.day ORDER BY c.day`

/** What a call holds that may change. */
export type CallContent = {
  day: string
  plannedOn: string | null
  time: string | null
  channelId: string
  outcome: CallOutcome
  reasonId: string | null
  comment: string | null
  productIds: readonly string[]
}

const columnsOf = ({ day, plannedOn, time, channelId, outcome, reasonId, comment }: CallContent) => ({
  day: toDate(day),
  plannedOn: toDateOrNull(plannedOn),
  time,
  channelId,
  outcome,
  reasonId,
  comment,
})

const productRows = (labId: string, callId: string, productIds: readonly string[]) =>
  productIds.map((productId, index) => ({ labId, callId, position: index + 1, productId }))

/** Keeps a new call; null when its client id is known already: it was sent twice. */
export async function insertCall(
  tx: Tx,
  labId: string,
  call: CallContent & {
    clientId: string
    networkId: string
    sectorId: string
    hcpId: string
    memberId: string
    sourceId: string
  },
): Promise<string | null> {
  const { clientId, networkId, sectorId, hcpId, memberId, sourceId, ...content } = call
  const made = { labId, clientId, networkId, sectorId, hcpId, memberId, sourceId, createdBy: memberId }
  const [row] = await tx.call.createManyAndReturn({
    data: [{ ...made, ...columnsOf(content) }],
    select: { id: true },
    skipDuplicates: true,
  })
  if (!row) return null
  await tx.callProduct.createMany({ data: productRows(labId, row.id, content.productIds) })
  return row.id
}

export async function updateCall(
  tx: Tx,
  labId: string,
  id: string,
  content: CallContent & { clientId?: string; memberId?: string },
): Promise<void> {
  const { clientId, memberId, ...rest } = content
  await tx.call.update({
    where: { labId_id: { labId, id } },
    data: {
      ...columnsOf(rest),
      ...(clientId && { clientId }),
      ...(memberId && { memberId }),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  await tx.callProduct.deleteMany({ where: { labId, callId: id } })
  await tx.callProduct.createMany({ data: productRows(labId, id, content.productIds) })
}

/** The call under its lock. */
export async function lockCall(tx: Tx, labId: string, id: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM call c WHERE c.lab_id = ${labId}::uuid AND c.id = ${id}::uuid FOR UPDATE`
  return rows.length === 1
}

export async function findCallByClientId(tx: Tx, labId: string, clientId: string): Promise<string | null> {
  const row = await tx.call.findUnique({
    where: { labId_clientId: { labId, clientId } },
    select: { id: true },
  })
  return row?.id ?? null
}

import type { Tx } from '../platform/transaction.ts'
import { toDate } from './days.ts'

export type CallWatermark = {
  networkId: string
  network: string
  sourceId: string
  source: string
  /** The day through which the calls of this source are known. */
  completeThrough: string
}

/** Call sources of networks that say how far they go, by network and source. */
export const listCallWatermarks = (
  tx: Tx,
  labId: string,
  networkIds: readonly string[],
): Promise<CallWatermark[]> => tx.$queryRaw<CallWatermark[]>`
  SELECT w.network_id AS "networkId", n.name AS network, w.source_id AS "sourceId", s.label AS source,
    w.complete_through::text AS "completeThrough"
  FROM data_watermark w
  JOIN network n ON n.lab_id = ${labId}::uuid AND n.id = w.network_id
  JOIN source s ON s.lab_id = ${labId}::uuid AND s.id = w.source_id
  WHERE w.lab_id = ${labId}::uuid AND w.kind = 'CALLS' AND w.network_id = ANY (${[...networkIds]}::uuid[])
  ORDER BY n.name, s.label, s.id`

/** Says how far the calls of a source go; null forgets it, so that the source holds nothing back. */
export async function setCallWatermark(
  tx: Tx,
  labId: string,
  memberId: string | null,
  mark: { networkId: string; sourceId: string; completeThrough: string | null },
): Promise<void> {
  const { networkId, sourceId, completeThrough } = mark
  const key = { labId, networkId, sourceId, kind: 'CALLS' }
  if (completeThrough === null) {
    await tx.dataWatermark.deleteMany({ where: key })
    return
  }
  const row = { completeThrough: toDate(completeThrough), createdBy: memberId }
  await tx.dataWatermark.upsert({
    where: { labId_networkId_sourceId_kind: key },
    create: { ...key, ...row },
    update: row,
  })
}

export type CallSource = { id: string; code: string; label: string; kind: string }

export const listCallSources = (tx: Tx, labId: string): Promise<CallSource[]> =>
  tx.source.findMany({
    where: { labId, kind: { in: ['FIELD', 'EXTERNAL'] } },
    select: { id: true, code: true, label: true, kind: true },
    orderBy: { code: 'asc' },
  })

export const listCallNetworks = (tx: Tx, labId: string): Promise<{ id: string; name: string }[]> =>
  tx.network.findMany({
    where: { labId },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })

import { decodeTable, encodeTable } from '#src/lib/columns/binary.ts'
import type { Column } from '#src/lib/columns/column-types.ts'
import type { Tx } from '../platform/tx.ts'

const axisColumn = (segmentation: string, axis: string) => `${segmentation}:value:${axis}`
const bodyName = 'values'
const hcpName = 'hcp'

/** What an official run computed per hcp and axis, kept as columns whose rows are those of its dataset. */
export async function insertRunAxes(
  tx: Tx,
  labId: string,
  memberId: string,
  runId: string,
  axes: readonly { segmentation: string; axis: string; values: Float64Array }[],
): Promise<void> {
  await tx.runColumn.createMany({
    data: axes.map(({ segmentation, axis, values }) => ({
      labId,
      runId,
      name: axisColumn(segmentation, axis),
      type: 'number',
      bytes: encodeTable({
        rows: values.length,
        meta: {},
        columns: { [bodyName]: { kind: 'number', values } },
      }),
      createdBy: memberId,
    })),
  })
}

const columnIn = (bytes: Uint8Array, name: string): Column | null => {
  try {
    return decodeTable(bytes).columns[name] ?? null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** Value of an axis by hcp id as an official run computed it; hcps without one are absent. Empty when it was purged. */
export async function readRunAxis(
  tx: Tx,
  labId: string,
  runId: string,
  segmentation: string,
  axis: string,
): Promise<Map<string, number>> {
  const stored = await tx.runColumn.findUnique({
    where: { labId_runId_name: { labId, runId, name: axisColumn(segmentation, axis) } },
    select: { bytes: true, run: { select: { datasetHash: true } } },
  })
  const datasetHash = stored?.run.datasetHash
  if (!stored || !datasetHash) return new Map()
  const ids = await tx.datasetColumn.findUnique({
    where: { labId_datasetHash_name: { labId, datasetHash, name: hcpName } },
    select: { bytes: true },
  })
  const values = columnIn(stored.bytes, bodyName)
  const hcps = ids && columnIn(ids.bytes, hcpName)
  if (values?.kind !== 'number' || hcps?.kind !== 'text') return new Map()
  return new Map(
    hcps.values.flatMap((id, row): [string, number][] => {
      const value = values.values[row] ?? NaN
      return Number.isNaN(value) ? [] : [[id, value]]
    }),
  )
}

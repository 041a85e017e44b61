import type { Tx } from '../platform/tx.ts'

export type StoredWhy = {
  segment: string | null
  classes: Record<string, string | null>
  cell: string | null
  rule: string | null
  /** The first axis and its value, where the publication kept them. */
  axis: string | null
  value: number | null
}

/** Why an hcp is in its segment: as the publication of the sector kept it, else as the run that it came from did. */
export async function findStoredWhy(
  tx: Tx,
  labId: string,
  question: { publicationId: string; runId: string; segmentation: string; sectorId: string; hcpId: string },
): Promise<StoredWhy | null> {
  const rows = await tx.$queryRaw<(Omit<StoredWhy, 'value'> & { value: string | null })[]>`
    SELECT coalesce(tg.code, rg.code) AS segment, coalesce(t.why -> 'classes', sa.classes, '{}'::jsonb) AS classes,
      coalesce(t.why ->> 'cell', sa.cell) AS cell, coalesce(t.why ->> 'rule', sa.rule) AS rule, t.why ->> 'axis' AS axis,
      t.why ->> 'value' AS value
    FROM hcp h
    LEFT JOIN target t ON t.lab_id = ${labId}::uuid AND t.publication_id = ${question.publicationId}::uuid
      AND t.sector_id = ${question.sectorId}::uuid AND t.hcp_id = h.id
    LEFT JOIN cycle_segment tg ON tg.lab_id = ${labId}::uuid AND tg.id = t.cycle_segment_id
    LEFT JOIN segment_assignment sa ON sa.lab_id = ${labId}::uuid AND sa.run_id = ${question.runId}::uuid
      AND sa.segmentation = ${question.segmentation} AND sa.hcp_id = h.id
    LEFT JOIN cycle_segment rg ON rg.lab_id = ${labId}::uuid AND rg.id = sa.cycle_segment_id
    WHERE h.lab_id = ${labId}::uuid AND h.id = ${question.hcpId}::uuid`
  const [row] = rows
  return row ? { ...row, value: row.value === null ? null : Number(row.value) } : null
}

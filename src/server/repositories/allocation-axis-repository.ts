import type { Tx } from '../platform/tx.ts'

/** Value of an axis by hcp, as an official run computed it; hcps without one are absent. */
export async function readRankValues(
  tx: Tx,
  labId: string,
  runId: string,
  segmentation: string,
  axis: string,
): Promise<Map<string, number>> {
  void [tx, labId, runId, segmentation, axis]
  return new Map()
}

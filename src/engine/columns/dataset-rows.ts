import type { Dataset } from './dataset.ts'

/** Row of an hcp by binary search in the ids, −1 = not in the dataset. */
export function rowOfHcp(dataset: Dataset, hcpId: string): number {
  const { hcpIds } = dataset
  let low = 0
  let high = hcpIds.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hcpIds[middle] ?? '') < hcpId) low = middle + 1
    else high = middle
  }
  return hcpIds[low] === hcpId ? low : -1
}

import type { AllocationChannel, AllocationInput, AllocationHcps } from '#src/engine/index.ts'

type GridRow = AllocationInput['grid']['rows'][number]

export const visit: AllocationChannel = {
  code: 'visit',
  isVisit: true,
  needsConsent: false,
  loadMilli: 1000,
  weightMilli: 1000,
  unitCostCents: 9000,
  maximumContacts: null,
}
export const remote: AllocationChannel = {
  ...visit,
  code: 'remote',
  isVisit: false,
  loadMilli: 500,
  unitCostCents: 3000,
}
export const email: AllocationChannel = {
  ...visit,
  code: 'email',
  isVisit: false,
  needsConsent: true,
  loadMilli: 0,
  unitCostCents: 50,
}

export const gridRow = (
  segment: string,
  channel: string,
  contacts: number,
  more: Partial<GridRow> = {},
): GridRow => ({
  segment,
  channel,
  contacts,
  maxCredited: null,
  minimum: 1,
  priority: 1,
  presentations: [],
  ...more,
})

/** One hcp a segment index, all in sector 0 unless said; masks and columns as given. */
export function hcps(segments: readonly number[], more: Partial<AllocationHcps> = {}): AllocationHcps {
  return {
    rows: segments.length,
    segments: Int16Array.from(segments),
    segmentCodes: ['A', 'B', 'C'],
    sectors: new Int32Array(segments.length),
    axis: new Float64Array(segments.length),
    ...more,
  }
}

export function allocationInput(
  more: Partial<AllocationInput> & Pick<AllocationInput, 'hcps'>,
  rows: GridRow[],
): AllocationInput {
  return {
    channels: [visit, remote, email],
    sectors: [{ id: 's1', capacityMilli: 1_000_000 }],
    grid: { segmentation: 'general', combine: 'max', rows },
    fit: { method: 'warn' },
    yearlyContactCap: null,
    ...more,
  }
}

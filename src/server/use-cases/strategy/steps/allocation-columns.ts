import type { AllocationHcps } from '#src/engine/index.ts'
import type { AllocationHcpRow } from '../../../repositories/allocation-repository.ts'
import type { LastWord } from '../../../repositories/permission-repository.ts'

type Ground = {
  segmentCodes: readonly string[]
  sectorIds: readonly string[]
  channels: readonly { id: string; kind: string }[]
  words: readonly LastWord[]
  yearlyUsed: ReadonlyMap<string, number>
  /** Value of the first axis by hcp; what is missing comes last. */
  axis: ReadonlyMap<string, number>
}

/** Rows of the database as the columns that the engine allocates on. */
export function allocationColumns(rows: readonly AllocationHcpRow[], ground: Ground): AllocationHcps {
  const segmentIndex = new Map<string | null, number>(ground.segmentCodes.map((code, index) => [code, index]))
  const sectorIndex = new Map(ground.sectorIds.map((id, index) => [id, index]))
  const { opposed, consented } = permissionMasks(ground)
  return {
    rows: rows.length,
    segmentCodes: ground.segmentCodes,
    segments: Int32Array.from(rows, ({ segment }) => segmentIndex.get(segment) ?? -1),
    sectors: Int32Array.from(rows, ({ sectorId }) => sectorIndex.get(sectorId) ?? -1),
    axis: Float64Array.from(rows, ({ hcpId }) => ground.axis.get(hcpId) ?? NaN),
    opposedChannels: Uint32Array.from(rows, ({ hcpId }) => opposed.get(hcpId) ?? 0),
    consentedChannels: Uint32Array.from(rows, ({ hcpId }) => consented.get(hcpId) ?? 0),
    noVisit: Uint8Array.from(rows, ({ noVisit }) => (noVisit ? 1 : 0)),
    yearlyUsed: Int32Array.from(rows, ({ hcpId }) => ground.yearlyUsed.get(hcpId) ?? 0),
    yearlyMaximum: Int32Array.from(rows, ({ yearlyMaximum }) => yearlyMaximum ?? -1),
  }
}

function maskOf<Channel>(channels: readonly Channel[], holds: (channel: Channel) => boolean): number {
  return channels.reduce((mask, channel, index) => (holds(channel) ? mask | (1 << index) : mask), 0) >>> 0
}

/** Opposition on all channels holds whatever was said of one; a consent is of one channel. */
function permissionMasks({ channels, words }: Pick<Ground, 'channels' | 'words'>) {
  const every = maskOf(channels, () => true)
  const bits = new Map(channels.map(({ id }, index) => [id, (1 << index) >>> 0]))
  const opposed = new Map<string, number>()
  const consented = new Map<string, number>()
  for (const { hcpId, channelId, kind } of words) {
    if (kind === 'WITHDRAWAL') continue
    const mask = channelId === null ? (kind === 'OPPOSITION' ? every : 0) : (bits.get(channelId) ?? 0)
    const into = kind === 'OPPOSITION' ? opposed : consented
    into.set(hcpId, ((into.get(hcpId) ?? 0) | mask) >>> 0)
  }
  return { opposed, consented }
}

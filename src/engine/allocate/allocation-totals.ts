import type { AllocationInput, AllocationLines, AllocationTotals } from './allocation-types.ts'
import { shareInBps } from './shares.ts'

type Counts = {
  readonly hcps: Int32Array
  readonly targets: Int32Array
  /** Group × channels + channel. */
  readonly contacts: Int32Array
}

const counts = (groups: number, width: number): Counts => ({
  hcps: new Int32Array(groups),
  targets: new Int32Array(groups),
  contacts: new Int32Array(groups * width),
})

/** Counts, load and cost of the theoretical contacts, by channel, segment and sector. Rows outside the universe are left out. */
export function allocationTotals(
  input: AllocationInput,
  contacts: AllocationLines['contacts'],
): AllocationTotals {
  const width = input.channels.length
  const bySegment = counts(input.hcps.segmentCodes.length, width)
  const bySector = counts(input.sectors.length, width)
  const whole = counts(1, width)
  const channelHcps = new Int32Array(width)
  for (let row = 0; row < input.hcps.rows; row += 1) {
    const segment = input.hcps.segments[row] ?? -2
    const sector = input.hcps.sectors[row] ?? -1
    if (segment < -1 || sector < 0) continue
    let total = 0
    for (let channel = 0; channel < width; channel += 1) {
      const value = contacts[row * width + channel] ?? 0
      if (value === 0) continue
      total += value
      add(channelHcps, channel, 1)
      add(whole.contacts, channel, value)
      add(bySector.contacts, sector * width + channel, value)
      if (segment >= 0) add(bySegment.contacts, segment * width + channel, value)
    }
    const target = total > 0 ? 1 : 0
    count(whole, 0, target)
    count(bySector, sector, target)
    if (segment >= 0) count(bySegment, segment, target)
  }
  const all = summary(input, whole, 0)
  const capacityMilli = input.sectors.reduce((sum, sector) => sum + sector.capacityMilli, 0)
  return {
    ...all,
    capacityMilli,
    utilisationBps: shareInBps(all.loadMilli, capacityMilli),
    reachBps: shareInBps(all.targets, all.hcps),
    channels: input.channels.map((channel, index) => ({
      channel: channel.code,
      hcps: channelHcps[index] ?? 0,
      contacts: whole.contacts[index] ?? 0,
      loadMilli: (whole.contacts[index] ?? 0) * channel.loadMilli,
      costCents: (whole.contacts[index] ?? 0) * channel.unitCostCents,
    })),
    segments: input.hcps.segmentCodes.map((segment, index) => ({
      segment,
      ...summary(input, bySegment, index),
    })),
    sectors: input.sectors.map((sector, index) => {
      const one = summary(input, bySector, index)
      return {
        sector: sector.id,
        ...one,
        capacityMilli: sector.capacityMilli,
        utilisationBps: shareInBps(one.loadMilli, sector.capacityMilli),
        reachBps: shareInBps(one.targets, one.hcps),
      }
    }),
  }
}

function add(column: Int32Array, index: number, value: number): void {
  column[index] = (column[index] ?? 0) + value
}

function count(group: Counts, index: number, target: number): void {
  add(group.hcps, index, 1)
  add(group.targets, index, target)
}

function summary({ channels }: AllocationInput, group: Counts, index: number) {
  const contactsByChannel = [
    ...group.contacts.subarray(index * channels.length, (index + 1) * channels.length),
  ]
  const weighted = (unit: (channel: AllocationInput['channels'][number]) => number) =>
    channels.reduce((sum, channel, at) => sum + (contactsByChannel[at] ?? 0) * unit(channel), 0)
  return {
    hcps: group.hcps[index] ?? 0,
    targets: group.targets[index] ?? 0,
    contacts: weighted(() => 1),
    contactsByChannel,
    loadMilli: weighted((channel) => channel.loadMilli),
    costCents: weighted((channel) => channel.unitCostCents),
  }
}

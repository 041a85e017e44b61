import type { AllocationHcps, AllocationInput, AllocationLines } from './allocation-types.ts'
import { causeCode, noCause } from './constraint-causes.ts'
import type { GridTable } from './grid-lines.ts'

const opposition = causeCode('opposition')
const noConsent = causeCode('noConsent')
const exclusion = causeCode('exclusion')
const noVisit = causeCode('noVisit')
const yearlyCap = causeCode('yearlyCap')
const noAccess = causeCode('noAccess')

type ChannelMasks = { readonly consent: number; readonly visit: number }

/**
 * The grid on every hcp, then the hard constraints but capacity. A line that a constraint forbids is infeasible as a
 * whole; the yearly cap leaves the room of the hcp to its lines by priority, then by the order of channels, and what
 * does not fit is infeasible. Lines forbidden for another cause take none of that room.
 */
export function constrainedLines(input: AllocationInput, table: GridTable): AllocationLines {
  const { hcps } = input
  const width = input.channels.length
  const lines: AllocationLines = {
    wanted: new Int16Array(hcps.rows * width),
    contacts: new Int16Array(hcps.rows * width),
    infeasible: new Int16Array(hcps.rows * width),
    causes: new Uint8Array(hcps.rows * width),
  }
  const masks = channelMasks(input)
  for (let row = 0; row < hcps.rows; row += 1) {
    const segment = hcps.segments[row] ?? -1
    if (segment < 0 || (hcps.sectors[row] ?? -1) < 0) continue
    let room = yearlyRoom(hcps, row, input.yearlyContactCap)
    for (let rank = 0; rank < width; rank += 1) {
      const channel = table.channelOrder[segment * width + rank] ?? 0
      const wanted = table.wanted[segment * width + channel] ?? 0
      if (wanted === 0) continue
      const forbidden = forbiddenCause(hcps, row, channel, masks)
      const inaccessible = ((hcps.noAccessChannels?.[row] ?? 0) >>> channel) & 1
      const fits = Math.min(wanted, room)
      const contacts = forbidden === noCause && !inaccessible ? fits : 0
      const line = row * width + channel
      lines.wanted[line] = wanted
      lines.contacts[line] = contacts
      lines.infeasible[line] = wanted - contacts
      if (contacts < wanted) lines.causes[line] = forbidden || (fits < wanted ? yearlyCap : noAccess)
      room -= contacts
    }
  }
  return lines
}

function channelMasks({ channels }: AllocationInput): ChannelMasks {
  const mask = (holds: (index: number) => boolean | undefined) =>
    channels.reduce((bits, _, index) => (holds(index) ? bits | (1 << index) : bits), 0)
  return {
    consent: mask((index) => channels[index]?.needsConsent),
    visit: mask((index) => channels[index]?.isVisit),
  }
}

function forbiddenCause(hcps: AllocationHcps, row: number, channel: number, masks: ChannelMasks): number {
  const holds = (bits: number | undefined) => (((bits ?? 0) >>> channel) & 1) === 1
  if (holds(hcps.opposedChannels?.[row])) return opposition
  if (holds(masks.consent) && !holds(hcps.consentedChannels?.[row])) return noConsent
  if (holds(hcps.excludedChannels?.[row])) return exclusion
  if (hcps.noVisit?.[row] && holds(masks.visit)) return noVisit
  return noCause
}

function yearlyRoom(hcps: AllocationHcps, row: number, cycleCap: number | null): number {
  const own = hcps.yearlyMaximum?.[row] ?? -1
  const cap = Math.min(cycleCap ?? Infinity, own < 0 ? Infinity : own)
  return Math.max(cap - (hcps.yearlyUsed?.[row] ?? 0), 0)
}

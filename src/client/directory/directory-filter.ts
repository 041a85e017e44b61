import type { DirectoryFilterInput } from '#src/contracts/directory.ts'

/** A filter → the part of the address after `/annuaire`; the same filter always writes the same text. */
export function writeDirectoryFilter(filter: DirectoryFilterInput): string {
  const params = new URLSearchParams()
  const put = (name: string, value: string | undefined | null) => {
    if (value) params.set(name, value)
  }
  const bit = (value: boolean | undefined) => (value === undefined ? null : value ? '1' : '0')
  put('q', filter.q)
  put('sector', filter.sectorIds?.join(','))
  put('region', filter.regionIds?.join(','))
  put('unassigned', filter.unassigned ? '1' : null)
  put('specialty', filter.specialties?.join('|'))
  put('status', filter.statuses?.join(','))
  put('visit', filter.visitRules?.join(','))
  put('opposed', bit(filter.opposed))
  put('cycle', filter.cycleId)
  put('segmentation', filter.segmentation === 'general' ? null : filter.segmentation)
  put('segment', filter.segments?.join(','))
  put('qualified', bit(filter.qualified))
  put('plan', filter.plan)
  put('reason', filter.reason)
  put('channel', filter.channel)
  const text = params.toString().replaceAll('%2C', ',')
  return text ? `?${text}` : ''
}

/** The link of a figure to the hcps behind it. */
export const directoryHref = (filter: DirectoryFilterInput): string =>
  `/annuaire${writeDirectoryFilter(filter)}`

import type { FollowHcp } from '#src/contracts/follow-up.ts'
import type { FollowHcpFilter } from '#src/contracts/words.ts'
import type { FollowInput } from './follow-input.ts'

/** What narrows the hcps behind a figure; a code of segment '' = those without one. */
export type HcpChoice = {
  filter: FollowHcpFilter
  segment?: string | undefined
  channelId?: string | undefined
  productId?: string | undefined
}

export type HcpBehind = Omit<FollowHcp, 'name' | 'specialty' | 'commune' | 'lastCallOn'>

function linesChosen(input: FollowInput, choice: HcpChoice): number[] {
  const { lines, presentations } = input
  const segment = choice.segment ? input.segments.findIndex(({ code }) => code === choice.segment) : -1
  const channel = input.channels.findIndex(({ id }) => id === choice.channelId)
  const product = input.products.findIndex(({ id }) => id === choice.productId)
  const shown = choice.productId
    ? new Set(presentations.line.filter((_, row) => presentations.product[row] === product))
    : null
  return Array.from(lines.goal.keys()).filter(
    (line) =>
      (lines.goal[line] ?? 0) > 0 &&
      (choice.segment === undefined || lines.segment[line] === segment) &&
      (!choice.channelId || lines.channel[line] === channel) &&
      (!shown || shown.has(line)),
  )
}

const passes: Record<FollowHcpFilter, (hcp: HcpBehind) => boolean> = {
  all: () => true,
  late: ({ remaining, isClosed }) => remaining > 0 && !isClosed,
  unseen: ({ done }) => done === 0,
  seen: ({ done }) => done > 0,
  'at-frequency': ({ lines }) => lines.every(({ done, goal }) => done >= goal),
  closed: ({ isClosed }) => isClosed,
}

/** The hcps of the lines behind a figure: those with most left to do first, then by hcp id. */
export function hcpsBehind(input: FollowInput, choice: HcpChoice): HcpBehind[] {
  const { lines, forces } = input
  const found = new Map<string, HcpBehind>()
  for (const line of linesChosen(input, choice)) {
    const force = forces[lines.sector[line] ?? -1]
    const hcpId = input.hcpIds[lines.hcp[line] ?? -1]
    const channelId = input.channels[lines.channel[line] ?? -1]?.id
    if (!force || !hcpId || !channelId) continue
    const segment = input.segments[lines.segment[line] ?? -1]
    const key = `${force.sectorId} ${hcpId}`
    const hcp = found.get(key) ?? {
      hcpId,
      segment: segment ? { code: segment.code, name: segment.name, rank: segment.rank } : null,
      sector: { id: force.sectorId, name: force.name },
      lines: [],
      goal: 0,
      done: 0,
      remaining: 0,
      isClosed: true,
    }
    const goal = lines.goal[line] ?? 0
    const done = lines.done[line] ?? 0
    const isClosed = lines.closed[line] === 1
    hcp.lines.push({ channelId, goal, done, planned: lines.planned[line] ?? 0, isClosed })
    hcp.goal += goal
    hcp.done += done
    hcp.remaining += isClosed ? 0 : Math.max(goal - done, 0)
    hcp.isClosed &&= isClosed
    found.set(key, hcp)
  }
  return [...found.values()]
    .filter(passes[choice.filter])
    .sort((a, b) => b.remaining - a.remaining || (a.hcpId < b.hcpId ? -1 : a.hcpId > b.hcpId ? 1 : 0))
}

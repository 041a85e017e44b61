import { compareText } from '../../lib/stable-sort.ts'
import type { ChangeKind, HcpChange, LineDecision, PlanChannel, PlanLine, SectorPlan } from './plan-types.ts'

/** The lines of one hcp in the order of the channels, and its change if it has one. */
export type PlanHcp = {
  readonly hcpId: string
  readonly segment: string | null
  readonly lines: readonly PlanLine[]
  readonly locked: boolean
  readonly change: HcpChange | null
}

const decisionOrder: readonly LineDecision[] = ['TO_DECIDE', 'REFUSED', 'ACCEPTED', 'ALLOWED', 'NONE']

/** Contacts that a line stands for: what is proposed, or theory again where the manager refused. */
export function committedContacts(line: PlanLine): number {
  return line.decision === 'REFUSED' && !line.locked ? line.theoretical : line.proposed
}

/** Hcps of a plan in the order in which their first line comes. */
export function planHcps(plan: Pick<SectorPlan, 'lines' | 'channels'>): PlanHcp[] {
  const byHcp = new Map<string, PlanLine[]>()
  for (const line of plan.lines) {
    const lines = byHcp.get(line.hcpId)
    if (lines) lines.push(line)
    else byHcp.set(line.hcpId, [line])
  }
  return Array.from(byHcp, ([hcpId, lines]) => planHcp(hcpId, lines, plan.channels))
}

export function planHcp(
  hcpId: string,
  lines: readonly PlanLine[],
  channels: readonly PlanChannel[],
): PlanHcp {
  const ordered = lines.length < 2 ? lines : inChannelOrder(lines, channels)
  return {
    hcpId,
    segment: ordered.find((line) => line.segment !== null)?.segment ?? null,
    lines: ordered,
    locked: ordered.some((line) => line.locked),
    change: hcpChange(hcpId, ordered, channels),
  }
}

/**
 * The kind of change of an hcp's lines, null where every line that is not locked equals theory. `addition`: theory has
 * no contact at all; `removal`: no contact is left; `channel`: the same total, moved between channels.
 */
export function changeKind(lines: readonly PlanLine[]): ChangeKind | null {
  const open = lines.filter((line) => !line.locked)
  if (open.every((line) => line.proposed === line.theoretical)) return null
  if (lines.every((line) => line.theoretical === 0)) return 'addition'
  if (lines.every((line) => line.proposed === 0)) return 'removal'
  const delta = open.reduce((sum, line) => sum + line.proposed - line.theoretical, 0)
  return delta === 0 ? 'channel' : 'frequency'
}

export function isChangedLine(line: PlanLine): boolean {
  return !line.locked && line.proposed !== line.theoretical
}

function hcpChange(
  hcpId: string,
  lines: readonly PlanLine[],
  channels: readonly PlanChannel[],
): HcpChange | null {
  const kind = changeKind(lines)
  if (kind === null) return null
  const changed = lines.filter(isChangedLine)
  const delta = (unit: (channel: PlanChannel) => number) =>
    changed.reduce((sum, line) => {
      const channel = channels.find((one) => one.code === line.channel)
      return sum + (line.proposed - line.theoretical) * (channel ? unit(channel) : 0)
    }, 0)
  return {
    hcpId,
    segment: lines.find((line) => line.segment !== null)?.segment ?? null,
    kind,
    cells: changed.map(({ channel, theoretical, proposed }) => ({ channel, theoretical, proposed })),
    contactsDelta: delta(() => 1),
    loadDeltaMilli: delta((channel) => channel.loadMilli),
    goalDeltaMilli: delta((channel) => channel.weightMilli),
    reason: changed.find((line) => line.reason)?.reason ?? null,
    comment: changed.find((line) => line.comment)?.comment ?? null,
    decision: decisionOrder.find((decision) => changed.some((line) => line.decision === decision)) ?? 'NONE',
    decisionComment: changed.find((line) => line.decisionComment)?.decisionComment ?? null,
  }
}

function inChannelOrder(lines: readonly PlanLine[], channels: readonly PlanChannel[]): PlanLine[] {
  const rank = (line: PlanLine) => {
    const index = channels.findIndex((channel) => channel.code === line.channel)
    return index < 0 ? channels.length : index
  }
  return [...lines].sort(
    (left, right) => rank(left) - rank(right) || compareText(left.channel, right.channel),
  )
}

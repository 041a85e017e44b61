import type { TargetLine } from '#src/contracts/targeting.ts'
import { allocate, targetGoalReader } from '#src/engine/index.ts'
import type { CycleChannelRow } from '../../../repositories/allocation-repository.ts'
import type { TargetGoalRow, TargetWords } from '../../../repositories/target-repository.ts'
import type { AllocationBasis } from '../../strategy/steps/read-allocation.ts'
import { storedCause } from './targeting-totals.ts'

export type UnnamedLine = Omit<TargetLine, keyof TargetWords> & {
  sectorCode: string
  practiceId: string | null
}

/** Targets as a publication of now would hold them, first segments and larger axis first. */
export function computedLines(basis: AllocationBasis): UnnamedLine[] {
  const goalsOf = targetGoalReader(basis.input, allocate(basis.input).lines)
  const channelIndex = new Map(basis.channels.map(({ code }, index) => [code, index]))
  const sectorCodes = new Map(basis.sectors.map(({ sectorId, code }) => [sectorId, code]))
  const { segments, segmentCodes, axis } = basis.input.hcps
  const lines = basis.hcps.flatMap((hcp, row) => {
    const goals = goalsOf(row)
    if (goals.length === 0) return []
    const rank = axis[row] ?? NaN
    return {
      order: [segments[row] ?? 0, Number.isNaN(rank) ? -Infinity : rank, row] as const,
      line: {
        hcpId: hcp.hcpId,
        practiceId: hcp.practiceId,
        sectorCode: sectorCodes.get(hcp.sectorId) ?? '',
        segment: segmentCodes[segments[row] ?? -1] ?? '',
        rankValue: Number.isNaN(rank) ? null : rank,
        goals: goals.map(({ channel, wanted, contacts, maxCredited, cause }) => ({
          channel: channelIndex.get(channel) ?? 0,
          wanted,
          contacts,
          maxCredited,
          cause,
        })),
      },
    }
  })
  return lines
    .toSorted(
      ({ order: [segment, rank, row], line }, other) =>
        compare(line.sectorCode, other.line.sectorCode) ||
        segment - other.order[0] ||
        (rank === other.order[1] ? row - other.order[2] : other.order[1] - rank),
    )
    .map(({ line }) => line)
}

const compare = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0)

/** Targets as they were published; rows come in the order in which they are shown. */
export function publishedLines(
  rows: readonly TargetGoalRow[],
  channels: readonly CycleChannelRow[],
): UnnamedLine[] {
  const channelIndex = new Map(channels.map(({ id }, index) => [id, index]))
  return [...Map.groupBy(rows, ({ hcpId, sectorCode }) => `${sectorCode} ${hcpId}`).values()].flatMap(
    (group) => {
      const [first] = group
      if (!first) return []
      const { hcpId, practiceId, sectorCode, segment, rankValue } = first
      const goals = group
        .map(({ channelId, wanted, infeasible, maxCredited, cause }) => ({
          channel: channelIndex.get(channelId) ?? 0,
          wanted,
          contacts: wanted - infeasible,
          maxCredited,
          cause: storedCause(cause),
        }))
        .toSorted((left, right) => left.channel - right.channel)
      return { hcpId, practiceId, sectorCode, segment, rankValue, goals }
    },
  )
}

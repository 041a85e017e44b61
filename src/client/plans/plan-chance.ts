import { openPlanChance, type PlanChance, type PlanLine, type SectorPlan } from '#src/engine/index.ts'
import type { PlanDto, PlanHcpDto } from '#src/contracts/plan-document.ts'

const cellOf = (line: Pick<PlanLine, 'hcpId' | 'channel'>) => `${line.hcpId}:${line.channel}`

/** What a line commits to: theory again where the manager refused. */
const goalOf = (line: PlanLine) =>
  line.decision === 'REFUSED' && !line.locked ? line.theoretical : line.proposed
const capOf = (line: PlanLine) => (line.maxCredited === null ? -1 : Math.max(line.maxCredited, goalOf(line)))

export type ChanceBook = {
  /** The chance of keeping the plan as it stands, a share; null where nothing tells. */
  probability: () => number | null
  /** Keeps these lines as they now are. */
  move: (lines: readonly PlanLine[]) => void
  /** Points more or less with one contact less and one more of a line; null where the step cannot be made. */
  steps: (line: PlanLine) => { less: number | null; more: number | null }
}

/** The chance of a plan, kept up to date line by line. Before the seal nothing of the run is gone. */
export function openChanceBook(
  plan: SectorPlan,
  people: ReadonlyMap<string, PlanHcpDto>,
  { prior, elapsed, memory, memoryMilli, keepBps }: PlanDto['forecast'],
): ChanceBook {
  const context = { prior, elapsed, memory, memoryMilli, keepBps }
  const weights = new Map(plan.channels.map(({ code, weightMilli }) => [code, weightMilli]))
  let lines = [...plan.lines]
  let rows = new Map<string, number>()
  let chance: PlanChance = open()

  function open(): PlanChance {
    rows = new Map(lines.map((line, index) => [cellOf(line), index]))
    return openPlanChance(
      {
        goal: Int32Array.from(lines, goalOf),
        maxCredited: Int32Array.from(lines, capOf),
        weightMilli: Int32Array.from(lines, ({ channel }) => weights.get(channel) ?? 0),
        done: new Int32Array(lines.length),
        priorDone: Int32Array.from(lines, priorOf),
        closed: Uint8Array.from(lines, ({ locked }) => (locked ? 1 : 0)),
      },
      context,
    )
  }
  function priorOf({ hcpId, channel }: PlanLine): number {
    return people.get(hcpId)?.priorDone.find((one) => one.channel === channel)?.contacts ?? 0
  }
  const shown = (probability: number) => (Number.isNaN(probability) ? null : probability)

  return {
    probability: () => shown(chance.read().probability),
    move(moved) {
      const known = moved.flatMap((line) => {
        const row = rows.get(cellOf(line))
        return row === undefined ? [] : [{ line: row, goal: goalOf(line), maxCredited: capOf(line) }]
      })
      if (known.length === moved.length) {
        for (const line of moved) lines[rows.get(cellOf(line)) ?? 0] = line
        chance.change(known)
        return
      }
      // A line that was not there: every law is laid out again.
      const byCell = new Map([...lines, ...moved].map((line) => [cellOf(line), line]))
      lines = [...byCell.values()]
      chance = open()
    },
    steps(line) {
      const row = rows.get(cellOf(line))
      const now = chance.read().probability
      if (row === undefined || Number.isNaN(now) || line.locked) return { less: null, more: null }
      const goal = goalOf(line)
      const step = (to: number) => {
        const maxCredited = line.maxCredited === null ? -1 : Math.max(line.maxCredited, to)
        return (chance.whatIf([{ line: row, goal: to, maxCredited }]).probability - now) * 100
      }
      return { less: goal > 0 ? step(goal - 1) : null, more: step(goal + 1) }
    },
  }
}

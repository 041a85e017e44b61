import type { LineConflict, SaveResult } from '#src/contracts/plan-commands.ts'
import type { PlanCandidate, PlanDto, PlanHcpDto, PlanLineDto } from '#src/contracts/plan-document.ts'
import {
  answerChange,
  applyAnswer,
  planSynthesis,
  type ChangeAnswer,
  type HcpConstraint,
  type PlanChange,
  type PlanContext,
  type PlanSynthesis,
  type SectorPlan,
} from '#src/engine/index.ts'
import { openChanceBook, type ChanceBook } from './plan-chance.ts'
import { planRows, type PlanRow, type Refusals } from './plan-rows.ts'

/** What the screen shows of a plan that is being edited: a new value after each move, the same between two. */
export type EditorState = {
  plan: SectorPlan
  rows: readonly PlanRow[]
  synthesis: PlanSynthesis
  probability: number | null
  /** Points that the last move took or gave, and of whom; null before any. */
  lastMove: { hcpIds: readonly string[]; points: number; from: number | null; to: number | null } | null
  conflicts: readonly LineConflict[]
  canUndo: boolean
}

type Ask = Pick<PlanChange, 'hcpId' | 'contacts' | 'reason' | 'comment'>
type Step = readonly Ask[]

export type Editor = ReturnType<typeof createPlanEditor>

const toAsk = (line: PlanLineDto | SectorPlan['lines'][number]) => ({
  channel: line.channel,
  proposed: line.proposed,
})

/**
 * A plan in the hands of one person: every move is answered at once by the engine, the same as the server's, and told to
 * `onKept` when it is not refused.
 */
export function createPlanEditor(dto: PlanDto, onKept: (ask: Ask) => void) {
  const people = new Map<string, PlanHcpDto>(dto.hcps.map((hcp) => [hcp.hcpId, hcp]))
  const versions = new Map(dto.lines.map((line) => [`${line.hcpId}:${line.channel}`, line.version]))
  const order = dto.hcps.map(({ hcpId }) => hcpId)
  const segmentRank = new Map(dto.segments.map(({ code }, index) => [code, index]))
  const context: PlanContext = { today: dto.today, closesOn: dto.closesOn }
  const { limits } = dto
  const past: Step[] = []
  const listeners = new Set<() => void>()
  let constraints: HcpConstraint[] = [...dto.constraints]
  let refusals: Refusals = new Map()
  let plan: SectorPlan = {
    state: dto.state,
    lines: dto.lines,
    channels: dto.channels.map(({ code, weightMilli, loadMilli }) => ({ code, weightMilli, loadMilli })),
    segments: dto.segments.map(({ code }) => code),
    capacityMilli: dto.capacityMilli,
    constraints,
  }
  const book: ChanceBook = openChanceBook(plan, people, dto.forecast)
  let state = describe(null, [])

  function describe(
    lastMove: EditorState['lastMove'],
    conflicts: EditorState['conflicts'],
    probability = book.probability(),
  ): EditorState {
    return {
      plan,
      rows: planRows(plan, order, { people, refusals, reasonRequired: limits.reasonRequired }),
      synthesis: planSynthesis(plan, limits, context),
      probability,
      lastMove,
      conflicts,
      canUndo: past.length > 0,
    }
  }
  function publish(next: EditorState) {
    state = next
    for (const listener of listeners) listener()
  }

  const linesOf = (hcpId: string) => plan.lines.filter((line) => line.hcpId === hcpId)
  /** What would bring an hcp back to where it is now. */
  function inverse({ hcpId, contacts }: Ask): Ask {
    const own = linesOf(hcpId)
    const changed = own.find(({ reason, comment }) => reason !== null || comment !== null)
    return {
      hcpId,
      contacts: contacts.map(({ channel }) => ({
        channel,
        proposed: own.find((line) => line.channel === channel)?.proposed ?? 0,
      })),
      reason: changed?.reason ?? null,
      comment: changed?.comment ?? null,
    }
  }

  /** Asks for what is there already: nothing to keep, nothing to take back. */
  const isStill = ({ contacts, reason, comment }: Ask, now: Ask) =>
    contacts.length > 0 &&
    reason === undefined &&
    comment === undefined &&
    contacts.every(({ channel, proposed }) =>
      now.contacts.some((cell) => cell.channel === channel && cell.proposed === proposed),
    )

  function answer(ask: Ask): ChangeAnswer {
    const person = people.get(ask.hcpId)
    const caps = Object.fromEntries(person?.creditCaps.map((cap) => [cap.channel, cap.maxCredited]) ?? [])
    return answerChange(
      plan,
      { ...ask, segment: person?.segment ?? null, maxCredited: caps },
      limits,
      context,
    )
  }

  /** Asks for changes, each answered on the plan that the ones before it left; answers them all. */
  function ask(asks: readonly Ask[], options: { undoable?: boolean; silent?: boolean } = {}): ChangeAnswer[] {
    const before = state.probability
    const first = plan.channels[0]?.code
    const step: Ask[] = []
    const nextRefusals = new Map(refusals)
    let from: number | null = null
    let to: number | null = null
    const answers = asks.map((one) => {
      const back = inverse(one)
      if (isStill(one, back)) {
        nextRefusals.delete(one.hcpId)
        return answer(one)
      }
      const answered = answer(one)
      const main = one.contacts.find(({ channel }) => channel === first)
      if (answered.outcome === 'refused') {
        nextRefusals.set(one.hcpId, { breaches: answered.breaches, asked: main?.proposed ?? null })
        return answered
      }
      nextRefusals.delete(one.hcpId)
      step.push(back)
      from = main ? (back.contacts.find(({ channel }) => channel === first)?.proposed ?? null) : null
      to = main?.proposed ?? null
      plan = applyAnswer(plan, answered)
      book.move(answered.lines)
      if (!options.silent) onKept(one)
      return answered
    })
    refusals = nextRefusals
    if (step.length > 0 && options.undoable !== false) past.push(step)
    const probability = book.probability()
    const moved = asks.some(({ contacts }) => contacts.length > 0) && step.length > 0
    const points = probability !== null && before !== null ? (probability - before) * 100 : 0
    const hcpIds = step.map(({ hcpId }) => hcpId)
    const single = hcpIds.length === 1
    publish(
      describe(
        moved ? { hcpIds, points, from: single ? from : null, to: single ? to : null } : state.lastMove,
        state.conflicts,
        probability,
      ),
    )
    return answers
  }

  /** Somebody of the sector enters the plan's ground: known to the screen, with no line until contacts are asked. */
  function welcome({ constraint, ...hcp }: PlanCandidate): void {
    if (people.has(hcp.hcpId)) return
    people.set(hcp.hcpId, hcp)
    const rank = segmentRank.get(hcp.segment ?? '') ?? segmentRank.size
    const at = order.findIndex(
      (id) => (segmentRank.get(people.get(id)?.segment ?? '') ?? segmentRank.size) > rank,
    )
    order.splice(at < 0 ? order.length : at, 0, hcp.hcpId)
    if (constraint) constraints = [...constraints, constraint]
    plan = { ...plan, constraints }
  }

  /** What the server kept: line versions, its own answers where they differ, and the lines that others moved. */
  function takeResult(result: SaveResult, waiting: ReadonlySet<string>): void {
    const given = [...result.saved, ...result.conflicts]
    const nextRefusals = new Map(refusals)
    for (const { hcpId, lines } of given) {
      for (const line of lines) versions.set(`${hcpId}:${line.channel}`, line.version)
      // What was typed since then stands, and leaves with the next batch.
      if (waiting.has(hcpId)) continue
      plan = applyAnswer(plan, { hcpId, lines })
      book.move(lines)
    }
    for (const { hcpId, outcome, breaches } of result.saved)
      if (outcome === 'refused' && !waiting.has(hcpId)) nextRefusals.set(hcpId, { breaches, asked: null })
    refusals = nextRefusals
    const conflicts = [...state.conflicts, ...result.conflicts]
    publish(describe(state.lastMove, conflicts))
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    getState: () => state,
    ask,
    welcome,
    takeResult,
    undo(): Step | null {
      const step = past.pop()
      if (step) ask(step, { undoable: false })
      return step ?? null
    },
    dismissConflicts: () => publish({ ...state, conflicts: [] }),
    person: (hcpId: string) => people.get(hcpId) ?? null,
    backToTheory: (hcpId: string): Ask => ({
      hcpId,
      contacts: linesOf(hcpId).map(({ channel, theoretical }) => ({ channel, proposed: theoretical })),
    }),
    removal: (hcpId: string): Ask => ({
      hcpId,
      contacts: linesOf(hcpId)
        .filter(({ locked }) => !locked)
        .map((line) => ({ ...toAsk(line), proposed: 0 })),
    }),
    steps: (line: SectorPlan['lines'][number]) => book.steps(line),
    knownOf: (hcpId: string): Record<string, number> =>
      Object.fromEntries(
        linesOf(hcpId).flatMap(({ channel }) => {
          const version = versions.get(`${hcpId}:${channel}`)
          return version === undefined ? [] : [[channel, version]]
        }),
      ),
    context,
  }
}

import type { Chance } from '../forecast/chance.ts'
import { type LineState, openEveningChance } from './evening-chance.ts'
import { type ExtraContact, type ExtraInput, extraGains, rankExtraContacts } from './extra-contacts.ts'

export type WayOutInput = ExtraInput & {
  /** Capacity left of the sector, thousandths of a working contact; the load of planned calls is taken out of it. */
  capacityLeftMilli: number
  /** Load of a batch: what the sector does in a week, say. */
  batchLoadMilli: number
  amberBps: number
  /** Fewest contacts that a reduced line keeps. */
  minimumContacts: number
}

export type WayOutBatch = { contacts: ExtraContact[]; loadMilli: number; chance: Chance }

export type Reduction = { line: number; hcp: number; from: number; to: number }

export type WayOut = {
  /** P now: calls to come max(X, p). */
  now: Chance
  /** Extra contacts in the order of the ranking, by batches; the chance after each has all before it too. */
  batches: WayOutBatch[]
  /** Even so: contacts still to schedule that cannot be made, and those for which no capacity is left, thousandths. */
  outOfReach: { notPossibleMilli: number; noCapacityMilli: number; lines: number[]; hcps: number }
  /** Reductions that bring P to amber after the last batch; empty when it is there already. */
  reductions: Reduction[]
  /** The chance after batches and reductions, and whether it reaches amber. */
  after: Chance
  reachesAmber: boolean
}

/**
 * The way out of one sector's alert: the extra contacts worth most a unit of load until the capacity left, less the load
 * of what is planned, is spent (one that does not fit is passed over, smaller later ones may still fit); what stays out of
 * reach; and the lines to renegotiate, lowest gain first, one contact a line at a time.
 *
 * A contact that cannot be made gains nothing, so that lines out of reach are reduced first; among them, and among
 * equals, by what the contact would have gained, then hcp id. A goal never falls under done + planned + added contacts.
 */
export function wayOut(input: WayOutInput): WayOut {
  const { lines } = input
  const evening = openEveningChance(lines, input.context)
  const now = evening.read()
  const taken = takeUntilSpent(rankExtraContacts(input), capacityFree(input))
  const added = new Int32Array(lines.goal.length)
  const batches = intoBatches(taken, input.batchLoadMilli).map((contacts): WayOutBatch => {
    for (const { line } of contacts) added[line] = (added[line] as number) + 1
    const touched = [...new Set(contacts.map(({ line }) => line))].sort((a, b) => a - b)
    const chance = evening.change(
      touched.map((line) => stateOf(input, line, added, lines.goal[line] as number)),
    )
    return { contacts, loadMilli: contacts.reduce((sum, one) => sum + one.loadMilli, 0), chance }
  })
  const afterBatches = batches.at(-1)?.chance ?? now
  const { reductions, after } = renegotiate(input, added, afterBatches, (states) => evening.change(states))
  return {
    now,
    batches,
    outOfReach: outOfReach(input, added),
    reductions,
    after,
    reachesAmber: after.probability * 10_000 >= input.amberBps,
  }
}

const stateOf = (input: WayOutInput, line: number, added: Int32Array, goal: number): LineState => ({
  line,
  planned: input.lines.planned[line] as number,
  extra: added[line] as number,
  goal,
})

function capacityFree({ lines, capacityLeftMilli }: WayOutInput): number {
  let planned = 0
  for (let line = 0; line < lines.goal.length; line++)
    planned += (lines.planned[line] as number) * (lines.loadMilli[line] as number)
  return capacityLeftMilli - planned
}

function takeUntilSpent(ranked: readonly ExtraContact[], capacityMilli: number): ExtraContact[] {
  let left = capacityMilli
  return ranked.filter(({ loadMilli }) => {
    if (loadMilli > 0 && loadMilli > left) return false
    left -= loadMilli
    return true
  })
}

function intoBatches(taken: readonly ExtraContact[], batchLoadMilli: number): ExtraContact[][] {
  const batches: ExtraContact[][] = []
  let load = Infinity
  for (const contact of taken) {
    if (load + contact.loadMilli > batchLoadMilli) {
      batches.push([])
      load = 0
    }
    batches.at(-1)?.push(contact)
    load += contact.loadMilli
  }
  return batches
}

/** Contacts of the goal that nothing done, planned or added meets. */
function unmet(input: WayOutInput, line: number, added: Int32Array, goal: number): number {
  const { lines } = input
  if (lines.closed[line]) return 0
  return goal - (lines.done[line] as number) - (lines.planned[line] as number) - (added[line] as number)
}

function outOfReach(input: WayOutInput, added: Int32Array): WayOut['outOfReach'] {
  const { lines } = input
  const hcps = new Set<number>()
  const found: number[] = []
  let notPossibleMilli = 0
  let noCapacityMilli = 0
  for (let line = 0; line < lines.goal.length; line++) {
    const missing = unmet(input, line, added, lines.goal[line] as number)
    if (missing <= 0) continue
    const weight = lines.weightMilli[line] as number
    const stillPossible = Math.max((input.possible[line] as number) - (added[line] as number), 0)
    noCapacityMilli += Math.min(missing, stillPossible) * weight
    notPossibleMilli += Math.max(missing - stillPossible, 0) * weight
    found.push(line)
    hcps.add(lines.hcp[line] as number)
  }
  return { notPossibleMilli, noCapacityMilli, lines: found, hcps: hcps.size }
}

/**
 * Passes over the lines that can give up a contact, until one reaches amber; of that pass only the shortest beginning that
 * does is kept, found by halving.
 */
function renegotiate(
  input: WayOutInput,
  added: Int32Array,
  start: Chance,
  change: (states: readonly LineState[]) => Chance,
): { reductions: Reduction[]; after: Chance } {
  const { lines, amberBps } = input
  const isUnder = (chance: Chance) => chance.probability * 10_000 < amberBps
  const goals = lines.goal.slice()
  const reduce = (part: readonly number[], by: number): Chance => {
    for (const line of part) goals[line] = (goals[line] as number) - by
    return change(part.map((line) => stateOf(input, line, added, goals[line] as number)))
  }
  let after = start
  while (isUnder(after)) {
    const pass = lowestGains(input, added, goals)
    if (pass.length === 0) break
    after = reduce(pass, 1)
    if (isUnder(after)) continue
    let [under, enough, reduced] = [0, pass.length, pass.length]
    while (enough - under > 1) {
      const middle = (under + enough) >> 1
      const chance =
        middle < reduced ? reduce(pass.slice(middle, reduced), -1) : reduce(pass.slice(reduced, middle), 1)
      reduced = middle
      if (isUnder(chance)) under = middle
      else enough = middle
    }
    after = reduce(pass.slice(reduced, enough), 1)
  }
  const reductions: Reduction[] = []
  goals.forEach((to, line) => {
    const from = lines.goal[line] as number
    if (to < from) reductions.push({ line, hcp: lines.hcp[line] as number, from, to })
  })
  return { reductions, after }
}

/** Lines whose goal can fall by one contact, lowest gain of their next contact first. */
function lowestGains(input: WayOutInput, added: Int32Array, goals: Int32Array): number[] {
  const { lines } = input
  const found: { line: number; isPossible: boolean; gain: number }[] = []
  goals.forEach((goal, line) => {
    if (goal <= input.minimumContacts || unmet(input, line, added, goal) <= 0) return
    const next = (added[line] as number) + 1
    const gains = extraGains({ ...input, lines: { ...lines, goal: goals } }, line, next)
    const isPossible = next <= (input.possible[line] as number)
    found.push({ line, isPossible, gain: gains[next - 1] ?? 0 })
  })
  found.sort(
    (a, b) =>
      Number(a.isPossible) - Number(b.isPossible) ||
      a.gain - b.gain ||
      (lines.hcp[a.line] as number) - (lines.hcp[b.line] as number) ||
      a.line - b.line,
  )
  return found.map(({ line }) => line)
}

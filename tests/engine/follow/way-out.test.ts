import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { planContext, planLineLaw } from '#src/engine/forecast/plan-chance.ts'
import { loggedCallChance, openEveningChance, withPlanned } from '#src/engine/follow/evening-chance.ts'
import { type ExtraInput, extraGains, rankExtraContacts } from '#src/engine/follow/extra-contacts.ts'
import type { FollowLines } from '#src/engine/follow/lines.ts'
import { wayOut } from '#src/engine/follow/way-out.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { linesOf, sectorsOf } from '../forecast/builders.ts'

const prior = { alpha: 2, beta: 2 }
const context = planContext(sectorsOf([{}]), 0, prior, { memoryMilli: 200, keepBps: 9000 })
const inputOf = (lines: FollowLines, possible = 20): ExtraInput => ({
  lines,
  context,
  segmentValueMilli: [1000, 3000],
  possible: new Int32Array(lines.goal.length).fill(possible),
})

/** A sector that is late: 60 lines, half of them hardly seen. */
const lateSector = () => {
  const random = seededRandom('late')
  return linesOf(
    Array.from({ length: 60 }, (_, row) => {
      const goal = random.pick([3, 6, 9])
      const done = row % 2 ? random.poisson(goal * 0.15) : random.poisson(goal * 0.5)
      return { hcp: row, goal, maxCredited: goal + 2, done, planned: row % 5 === 0 ? 1 : 0, segment: row % 2 }
    }),
  )
}
const late = (changes = {}) => ({
  ...inputOf(lateSector()),
  capacityLeftMilli: 40_000,
  batchLoadMilli: 12_000,
  amberBps: 6000,
  minimumContacts: 1,
  ...changes,
})

describe('extra contacts', () => {
  it('gain weight × value × P(n + max(X, p) + k − 1 < goal)', () => {
    const line = fc.record({
      goal: fc.integer({ min: 0, max: 10 }),
      done: fc.integer({ min: 0, max: 10 }),
      planned: fc.integer({ min: 0, max: 3 }),
      weightMilli: fc.constantFrom(1000, 500),
      segment: fc.constantFrom(-1, 0, 1),
    })
    fc.assert(
      fc.property(line, (one) => {
        const input = inputOf(linesOf([one]))
        const law = planLineLaw(input.lines, 0, context)
        const worth = (one.weightMilli / 1000) * (one.segment === 1 ? 3 : 1)
        const gains = extraGains(input, 0, 20)
        for (let k = 1; k <= 12; k++) {
          let probability = 0
          law.forEach((share, x) => {
            if (one.done + Math.max(x, one.planned) + k - 1 < one.goal) probability += share
          })
          expect(gains[k - 1] ?? 0).toBeCloseTo(worth * probability, 10)
        }
      }),
    )
  })

  it('are ranked by gain ÷ load, then hcp, then k; a contact without load comes first', () => {
    const lines = linesOf([
      { hcp: 1, goal: 4, maxCredited: 6, loadMilli: 1000 },
      { hcp: 2, goal: 4, maxCredited: 6, loadMilli: 500 },
      { hcp: 3, goal: 4, maxCredited: 6, loadMilli: 0 },
      { hcp: 4, goal: 4, maxCredited: 6, loadMilli: 1000 },
    ])
    const ranked = rankExtraContacts(inputOf(lines))
    expect(ranked.slice(0, 4).map(({ hcp, k }) => [hcp, k])).toEqual([
      [3, 1],
      [3, 2],
      [3, 3],
      [3, 4],
    ])
    const visits = ranked.filter(({ loadMilli }) => loadMilli === 1000)
    expect(visits.map(({ hcp, k }) => [hcp, k]).slice(0, 4)).toEqual([
      [1, 1],
      [4, 1],
      [1, 2],
      [4, 2],
    ])
    expect(ranked.findIndex(({ hcp }) => hcp === 2)).toBeLessThan(ranked.findIndex(({ hcp }) => hcp === 1))
  })

  it('stop at what is possible, at the credit, at the goal, and skip closed lines', () => {
    const lines = linesOf([
      { goal: 5, maxCredited: 3 },
      { goal: 5, maxCredited: 7, done: 5 },
      { goal: 5, closed: 1 },
      { goal: 5, maxCredited: 7, planned: 3 },
    ])
    const per = (possible: number) => {
      const ranked = rankExtraContacts(inputOf(lines, possible))
      return [0, 1, 2, 3].map((line) => ranked.filter((contact) => contact.line === line).length)
    }
    expect(per(20)).toEqual([3, 0, 0, 2])
    expect(per(1)).toEqual([1, 0, 0, 1])
    expect(per(0)).toEqual([0, 0, 0, 0])
  })
})

describe('way out of an alert', () => {
  it('takes the best contacts until the capacity left is spent, and raises the chance batch by batch', () => {
    const input = late()
    const way = wayOut(input)
    const planned = input.lines.planned.reduce((sum, calls) => sum + calls, 0)
    const contacts = way.batches.flatMap((batch) => batch.contacts)
    expect(contacts).toEqual(rankExtraContacts(input).slice(0, 40 - planned))
    expect(way.batches.map(({ loadMilli }) => loadMilli)).toEqual([12_000, 12_000, 4000])
    const chances = [way.now, ...way.batches.map(({ chance }) => chance)].map(
      ({ probability }) => probability,
    )
    expect(chances).toEqual(chances.toSorted((a, b) => a - b))
    expect(way.now.probability).toBe(openEveningChance(input.lines, context).read().probability)
  })

  it('renegotiates the lines of lowest gain until amber is reached, and no further', () => {
    const way = wayOut(late({ capacityLeftMilli: 20_000 }))
    expect(way.batches.at(-1)?.chance.probability).toBeLessThan(0.6)
    expect(way.reachesAmber).toBe(true)
    expect(way.after.probability).toBeGreaterThanOrEqual(0.6)
    expect(way.after.probability).toBeLessThan(0.7)
    expect(way.reductions.length).toBeGreaterThan(0)
    for (const { from, to } of way.reductions) expect(to).toBeLessThan(from)
  })

  it('reduces first what cannot be done, and says how much is out of reach', () => {
    const input = late({ capacityLeftMilli: 20_000 })
    const blocked = new Set([1, 3, 7])
    const possible = input.possible.map((calls, line) => (blocked.has(line) ? 0 : calls))
    const way = wayOut({ ...input, possible })
    const { goal, done, planned } = input.lines
    const missing = [...blocked].reduce(
      (sum, line) => sum + Math.max((goal[line] ?? 0) - (done[line] ?? 0) - (planned[line] ?? 0), 0),
      0,
    )
    expect(way.outOfReach.notPossibleMilli).toBe(missing * 1000)
    expect(way.outOfReach.noCapacityMilli).toBeGreaterThan(0)
    expect(way.reductions.some(({ line }) => blocked.has(line))).toBe(true)
    for (const line of blocked)
      expect(way.batches.flatMap((b) => b.contacts).some((c) => c.line === line)).toBe(false)
  })

  it('would rather give up a contact that cannot be made than one that is worth less', () => {
    const lines = linesOf([
      { goal: 10, maxCredited: 12, done: 4, segment: 0 },
      { goal: 10, maxCredited: 12, done: 4, segment: 1 },
      { goal: 10, maxCredited: 12, done: 4, segment: 0 },
    ])
    const now = openEveningChance(lines, context).read().probability
    const settings = { ...late({ capacityLeftMilli: 0, amberBps: Math.ceil(now * 10_000) }), lines }
    const reduced = (possible: number[]) => {
      const way = wayOut({ ...settings, possible: Int32Array.from(possible) })
      return way.reductions.map(({ line }) => line)
    }
    expect(reduced([5, 5, 5])).toEqual([0, 2])
    expect(reduced([5, 0, 5])).toEqual([0, 1])
  })

  it('asks for nothing where the chance is good, and admits when nothing helps', () => {
    const good = wayOut({
      ...late(),
      lines: linesOf([{ goal: 5, maxCredited: 7, done: 5 }]),
      possible: Int32Array.of(9),
    })
    expect([good.batches, good.reductions, good.reachesAmber]).toEqual([[], [], true])
    const lost = wayOut({
      ...late({ capacityLeftMilli: 0, minimumContacts: 9 }),
      lines: linesOf([{ goal: 9, maxCredited: 9, done: 0 }]),
      possible: Int32Array.of(0),
    })
    expect([lost.reachesAmber, lost.reductions, lost.batches]).toEqual([false, [], []])
    expect(lost.outOfReach).toEqual({ notPossibleMilli: 9000, noCapacityMilli: 0, lines: [0], hcps: 1 })
  })
})

describe('chance of the same evening', () => {
  it('reads calls to come as max(X, planned) + extra, inside the credit', () => {
    expect([...withPlanned(Float64Array.of(0.5, 0.3, 0.2), -1, 1, 1)]).toEqual([0, 0, 0.8, 0.2])
    expect([...withPlanned(Float64Array.of(0.5, 0.3, 0.2), 2, 1, 1)]).toEqual([0, 0, 1])
    expect([...withPlanned(Float64Array.of(0.5, 0.3, 0.2), -1, 0, 0)]).toEqual([0.5, 0.3, 0.2])
  })

  it('rises by an extra call, falls by a planned one that was refused, and else stays', () => {
    const lines = lateSector()
    const told = (isDone: boolean, wasPlanned: boolean) => {
      const { before, after } = loggedCallChance(lines, { ...context, keepBps: 6500 }, [
        { line: 5, isDone, wasPlanned },
      ])
      return Math.sign(after.probability - before.probability)
    }
    expect(lines.planned[5]).toBe(1)
    expect([told(true, false), told(false, true), told(true, true), told(false, false)]).toEqual([
      1, -1, 0, 0,
    ])
  })

  it('counts the calls logged earlier the same day on both sides', () => {
    const lines = lateSector()
    const first = { line: 1, isDone: true, wasPlanned: false }
    const second = { line: 3, isDone: true, wasPlanned: false }
    const both = loggedCallChance(lines, context, [first, second])
    expect(both.before.probability).toBe(loggedCallChance(lines, context, [first]).after.probability)
    expect(() => loggedCallChance(lines, context, [])).toThrow(RangeError)
  })
})

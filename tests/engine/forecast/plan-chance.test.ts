import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineLaws } from '#src/engine/forecast/line-laws.ts'
import { forecastPerimeters } from '#src/engine/forecast/perimeter.ts'
import {
  openPlanChance,
  planChance,
  planContext,
  type PlanLines,
  whatIfs,
} from '#src/engine/forecast/plan-chance.ts'
import { type FollowLines, wholeGrouping } from '#src/engine/follow/lines.ts'
import { linesOf, sectorsOf } from './builders.ts'

const prior = { alpha: 1.9, beta: 1.7 }
const settings = { memoryMilli: 200, keepBps: 9000 }
const beforeSeal = sectorsOf([{ goneMilli: 0, memoryDays: 128, runDays: 123 }])
const context = planContext(beforeSeal, 0, prior, settings)

const lineArbitrary = fc
  .record({
    goal: fc.integer({ min: 0, max: 12 }),
    weightMilli: fc.constantFrom(1000, 500, 300, 0),
    priorDone: fc.integer({ min: 0, max: 15 }),
  })
  .map((line) => ({ ...line, maxCredited: line.goal + 2 }))
const changeArbitrary = fc.record({ at: fc.nat(), goal: fc.integer({ min: 0, max: 12 }) })
const fresh = (lines: FollowLines) =>
  forecastPerimeters(lineLaws(lines, beforeSeal, prior, settings), wholeGrouping(lines), settings)
const copy = (lines: FollowLines, plan: PlanLines): FollowLines => ({ ...lines, ...plan })

describe('chance of a plan before the seal', () => {
  it('is that of the sealed plan on its first day, to the last bit, after any edits', () => {
    fc.assert(
      fc.property(
        fc.array(lineArbitrary, { minLength: 1, maxLength: 40 }),
        fc.array(changeArbitrary, { maxLength: 8 }),
        (all, edits) => {
          const lines = linesOf(all)
          const plan = openPlanChance(lines, context)
          for (const { at, goal } of edits) {
            const line = at % all.length
            const tried = plan.whatIf([{ line, goal: goal + 1, maxCredited: goal + 5 }])
            expect(tried.goalMilli).toBeGreaterThanOrEqual(0)
            plan.change([{ line, goal, maxCredited: goal + 2 }])
          }
          const wanted = fresh(copy(lines, plan.lines))
          const got = plan.read()
          expect(got.probability).toBe(wanted.probability[0])
          expect(got.meanMilli).toBe(wanted.meanMilli[0])
          expect(got.lowMilli).toBe(wanted.lowMilli[0])
          expect(got.shortfallMilli).toBe(wanted.shortfallMilli[0])
          expect(planChance(plan.lines, context)).toEqual(got)
        },
      ),
    )
  })

  it('tells what one contact less and one more would do, and keeps the plan as it was', () => {
    const lines = linesOf(
      Array.from({ length: 60 }, (_, row) => ({
        goal: 3 + (row % 4) * 3,
        maxCredited: 5 + (row % 4) * 3,
        priorDone: row % 11,
      })),
    )
    const plan = openPlanChance(lines, context)
    const before = plan.read()
    const [first, second] = whatIfs(plan, [5, 12])
    expect(plan.read()).toEqual(before)
    const moved = plan.whatIf([{ line: 5, goal: 7, maxCredited: 8 }]).probability
    expect(first?.more).toBe(moved - before.probability)
    expect(Math.abs(second?.less ?? 1)).toBeLessThan(0.02)
  })

  it('makes no step under what is done nor over the credit', () => {
    const plan = openPlanChance(linesOf([{ goal: 4, maxCredited: 4, done: 4 }]), { ...context, elapsed: 0.5 })
    expect(whatIfs(plan, [0])).toEqual([{ line: 0, less: NaN, more: NaN }])
  })

  it('says nothing of a plan without goal', () => {
    expect(planChance(linesOf([{ goal: 0 }]), context).probability).toBeNaN()
    expect(planChance(linesOf([]), context).probability).toBeNaN()
  })
})

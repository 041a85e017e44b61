import { describe, expect, it } from 'vitest'
import { prepareBurnUp } from '#components/charts/prepare-burn-up.ts'
import { prepareFlows } from '#components/charts/prepare-flows.ts'
import { barHeight, binValues, classAt, keepBetween } from '#components/charts/prepare-histogram.ts'
import { lorenzAt, prepareLorenz } from '#components/charts/prepare-lorenz.ts'
import { prepareSparkline } from '#components/charts/prepare-sparkline.ts'
import { prepareStrip } from '#components/charts/prepare-strip.ts'
import { roundTicks, spread } from '#components/charts/scales.ts'

const days = ['2026-05-28', '2026-05-29', '2026-06-01', '2026-06-02']

describe('burn-up', () => {
  const view = prepareBurnUp({
    days,
    realised: [8, null, 26],
    expected: [10, 20, 30, 40],
    goal: 40,
    keptFrom: 36,
    forecast: [{ day: '2026-06-02', low: 33, median: 35, high: 38 }],
  })
  it('leaves a gap where nothing was received, never a zero', () => {
    expect(view.points.map(({ realised }) => realised)).toEqual([8, null, 26, null])
    expect(view.points.map(({ gap }) => gap)).toEqual([-2, null, -4, null])
  })
  it('opens the forecast from the last realised point', () => {
    expect(view.points[2]?.band).toEqual([26, 26])
    expect(view.end?.gapBand).toEqual([-7, -2])
    expect(view.end?.gapKept).toBeCloseTo(-4)
    expect(view.last?.day).toBe('2026-06-01')
  })
  it('marks each month at its first working day', () => {
    expect(view.months).toEqual([
      { index: 0, day: '2026-05-28' },
      { index: 2, day: '2026-06-01' },
    ])
  })
  it('draws before anything is realised', () => {
    const empty = prepareBurnUp({
      days,
      realised: [],
      expected: [10, 20, 30, 40],
      goal: 40,
      keptFrom: null,
      forecast: [],
    })
    expect(empty.last).toBeNull()
    expect(empty.max).toBeGreaterThan(40)
  })
})

describe('cut-offs', () => {
  const cuts = [
    { key: 'b', value: 40 },
    { key: 'a', value: 70 },
  ]
  const range = { min: 0, max: 100, step: 1 }
  it('never cross a neighbour', () => {
    expect(keepBetween(cuts, 0, 90, range)).toBe(69)
    expect(keepBetween(cuts, 1, 10, range)).toBe(41)
    expect(keepBetween(cuts, 1, 120, range)).toBe(100)
    expect(keepBetween(cuts, 0, 41.4, range)).toBe(41)
  })
  it('belong to the class above', () => {
    expect([39, 40, 70].map((value) => classAt(cuts, value))).toEqual([0, 1, 2])
  })
  it('count every value in range, the upper edge in the last bin', () => {
    const bins = binValues([0, 5, 10, Number.NaN, 11], 0, 10, 2)
    expect(bins.map(({ count }) => count)).toEqual([1, 2])
    expect(barHeight(25, 100)).toBe(0.5)
    expect(barHeight(0, 0)).toBe(0)
  })
})

describe('concentration', () => {
  it('takes the largest first', () => {
    const curve = prepareLorenz([1, 0, 8, 1, Number.NaN], 4)
    expect(curve.map(({ value }) => value)).toEqual([0, 0.8, 0.9, 1, 1])
    expect(lorenzAt(curve, 0.125)).toBeCloseTo(0.4)
    expect(lorenzAt(curve, 1)).toBe(1)
  })
  it('is empty when nothing is held', () => {
    expect(prepareLorenz([0, 0])).toEqual([])
  })
})

describe('other drawings', () => {
  it('ranks sectors by load, ties by id, over the tolerance only', () => {
    const sector = (id: string, utilisationBps: number) => ({ id, name: id, utilisationBps })
    const view = prepareStrip(
      [sector('c', 10_000), sector('b', 10_500), sector('a', 10_501), sector('d', 10_000)],
      10_500,
    )
    expect(view.points.map(({ id, over }) => [id, over])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
      ['d', false],
    ])
    expect(view.medianBps).toBe(10_250)
  })
  it('breaks a line at a missing value', () => {
    const { runs, last } = prepareSparkline([1, 2, null, 3], { width: 30, height: 10, pad: 0 })
    expect(runs.map((run) => run.length)).toEqual([2, 1])
    expect(last).toEqual([30, 0])
  })
  it('draws who moves and not who stays', () => {
    const flows = prepareFlows(
      [
        { from: 0, to: 0, count: 900 },
        { from: 1, to: 0, count: 10 },
        { from: 2, to: 0, count: 30 },
      ],
      20,
    )
    expect(flows.map(({ from, thickness }) => [from, thickness])).toEqual([
      [1, 4],
      [2, 12],
    ])
    expect(flows[0]?.y1).toBeLessThan(flows[1]?.y1 ?? 0)
  })
  it('keeps few round ticks and parts labels', () => {
    expect(roundTicks(0, 4704)).toEqual([0, 2000, 4000])
    expect(roundTicks(3, 3)).toEqual([3])
    expect(spread([{ y: 10 }, { y: 12 }, { y: 40 }], 16).map(({ y }) => y)).toEqual([10, 26, 42])
  })
})

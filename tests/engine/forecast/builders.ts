import type { FollowLines, FollowSectors } from '#src/engine/follow/lines.ts'

type Line = Partial<Record<keyof FollowLines, number>>

/** Columns from one object a line; what is left out has the plainest value: one visit of weight and load 1. */
export function linesOf(all: readonly Line[]): FollowLines {
  const column = (name: keyof FollowLines, otherwise: (line: Line, row: number) => number) =>
    Int32Array.from(all, (line, row) => line[name] ?? otherwise(line, row))
  return {
    hcp: column('hcp', (_, row) => row),
    sector: column('sector', () => 0),
    segment: column('segment', () => -1),
    channel: column('channel', () => 0),
    goal: column('goal', () => 0),
    firstGoal: column('firstGoal', (line) => line.goal ?? 0),
    maxCredited: column('maxCredited', () => -1),
    weightMilli: column('weightMilli', () => 1000),
    loadMilli: column('loadMilli', () => 1000),
    done: column('done', () => 0),
    planned: column('planned', () => 0),
    priorDone: column('priorDone', () => 0),
    recentDone: column('recentDone', () => 0),
    closed: Uint8Array.from(all, (line) => line.closed ?? 0),
  }
}

type Sector = Partial<Record<keyof FollowSectors, number>>

/** Columns from one object a sector: 40 of 100 days gone, no memory, unless said otherwise. */
export function sectorsOf(all: readonly Sector[]): FollowSectors {
  const column = (name: keyof FollowSectors, otherwise: (sector: Sector) => number) =>
    Float64Array.from(all, (sector) => sector[name] ?? otherwise(sector))
  return {
    goneMilli: column('goneMilli', () => 40_000),
    capacityMilli: column('capacityMilli', () => 100_000),
    rawGoneMilli: column('rawGoneMilli', (sector) => sector.goneMilli ?? 40_000),
    rawCapacityMilli: column('rawCapacityMilli', (sector) => sector.capacityMilli ?? 100_000),
    daysLeftMilli: column('daysLeftMilli', () => 60_000),
    recentDaysMilli: column('recentDaysMilli', () => 20_000),
    memoryDays: column('memoryDays', () => 0),
    runDays: column('runDays', () => 100),
    vacant: Uint8Array.from(all, (sector) => sector.vacant ?? 0),
  }
}

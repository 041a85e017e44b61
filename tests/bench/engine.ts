import { isDeepStrictEqual } from 'node:util'
import {
  allocate,
  segment,
  type Allocation,
  type AllocationInput,
  type SegmentationResult,
} from '#src/engine/index.ts'
import type { Bench } from './bench.ts'
import { duckOutcome, duckWork, openDuck, type Outcome } from './engine/duck.ts'
import * as people from './engine/people.ts'
import { duration, ratioLine, type Line } from './lines.ts'
import { interleave } from './measure.ts'

const rows = 1_000_000
const channel = { needsConsent: false, weightMilli: 1000, unitCostCents: 0, maximumContacts: null }
const channels = [
  { ...channel, code: 'visit', isVisit: true, loadMilli: people.visitLoadMilli },
  { ...channel, code: 'email', isVisit: false, loadMilli: 0 },
]

type Computed = { result: SegmentationResult; allocation: Allocation }

function outcomeOf({ result, allocation }: Computed): Outcome {
  const { contacts } = allocation.lines
  return {
    segments: Int32Array.from(result.segments),
    visits: Int32Array.from({ length: rows }, (_, row) => contacts[row * 2] ?? 0),
    mails: Int32Array.from({ length: rows }, (_, row) => contacts[row * 2 + 1] ?? 0),
  }
}

/** A million hcps, from their answers to the contacts that each gets, against DuckDB on all cores. */
export const engineBench: Bench = {
  name: 'engine',
  database: false,
  run: async (): Promise<Line[]> => {
    const values = people.columns(rows)
    // About two thirds of what the grid asks: capacity is short in every sector.
    const capacities = Array.from(
      { length: people.sectorCount },
      (_, sector) => 1000 * (700 + (sector % 400)),
    )
    const dataset = people.dataset(values)
    const document = people.configuration()
    const sectors = capacities.map((capacityMilli, index) => ({ id: String(index), capacityMilli }))
    const sectorOfRow = Int32Array.from({ length: rows }, (_, row) => people.sectorOf(row))
    const compute = (): Computed => {
      const result = segment(dataset, document, 'general')
      const input: AllocationInput = {
        hcps: {
          rows,
          segments: result.segments,
          segmentCodes: result.segmentCodes,
          sectors: sectorOfRow,
          axis: result.axes[0]?.values ?? new Float64Array(rows),
        },
        channels,
        sectors,
        grid: document.grid,
        fit: document.fit,
        yearlyContactCap: null,
      }
      return { result, allocation: allocate(input) }
    }
    const duck = await openDuck(values, capacities)
    let ours: Computed = compute()
    const times = await interleave(
      { ours: { run: () => (ours = compute()) }, duckdb: { run: () => duckWork(duck) } },
      { warmUps: 1, repetitions: 5 },
    )
    const isSame = isDeepStrictEqual(outcomeOf(ours), await duckOutcome(duck))
    duck.closeSync()
    const work = `engine: 1,000,000 hcps × 12 criteria, two weighted axes, ABC, quintiles, 15 cells, 5 rules, grid, fit of 2,000 sectors, against DuckDB on all cores; results ${isSame ? 'identical' : 'DIFFERENT'}`
    const line = ratioLine(work, times.ours, times.duckdb, 1 / 3)
    const { ours: own, duckdb } = times
    const cores: Line = {
      work: 'the same in processor time, over all cores',
      ours: duration(own.processor),
      peer: duration(duckdb.processor),
      ratio: (own.processor / duckdb.processor).toFixed(2),
      budget: '–',
      met: null,
    }
    return [{ ...line, met: line.met && isSame }, cores]
  },
}

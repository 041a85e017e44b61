import { defaultPrior, fitPrior, type Prior } from '#src/engine/index.ts'
import { addDays } from '#src/lib/calendar.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import {
  findCallWatermark,
  listPriorLines,
  type PriorLine,
} from '../../../repositories/plan-forecast-repository.ts'
import { findPreviousCycle, type PlanHead } from '../../../repositories/plan-repository.ts'
import { memoryWindow, zoneWorkingDays } from '../../strategy/steps/sector-capacities.ts'

type Window = { startsOn: string; endsOn: string }

/** What the network's past says of a cycle's plans, before their seal. */
export type NetworkMemory = {
  /** Of the window before the run, the days that are known; null = none. */
  window: Window | null
  /** Working days of it ÷ of the run, by holiday zone. */
  ratios: ReadonlyMap<string, number>
  prior: Prior
  /** The cycle before on this network; null = none. */
  previous: Awaited<ReturnType<typeof findPreviousCycle>>
}

const nothing: NetworkMemory = { window: null, ratios: new Map(), prior: defaultPrior, previous: null }
const keptFor = 10 * 60_000
const known = new Map<string, { until: number; memory: NetworkMemory }>()

type Question = Pick<PlanHead, 'cycleId' | 'networkId' | 'today' | 'runStartsOn' | 'runEndsOn'>

/**
 * The network's prior and what the window before the run weighs, for e = 0. The window is cut at the day through which
 * calls are known, counts and exposure alike. The prior reads theoretical lines, frozen at publication: what the reps type
 * moves their plan, not the prior. The same for every plan of the network: kept in memory for ten minutes.
 */
export async function networkMemory(tx: Tx, labId: string, question: Question): Promise<NetworkMemory> {
  const { cycleId, networkId, today, runStartsOn, runEndsOn } = question
  if (!runStartsOn || !runEndsOn) return nothing
  const key = [labId, cycleId, networkId, today].join()
  const now = clock.now().getTime()
  const kept = known.get(key)
  if (kept && kept.until > now && kept.until - now <= keptFor) return kept.memory
  const run = { startsOn: runStartsOn, endsOn: runEndsOn }
  const previous = await findPreviousCycle(tx, labId, question)
  const memory = { ...(await readMemory(tx, labId, question, run)), previous }
  if (known.size > 200) known.clear()
  known.set(key, { until: now + keptFor, memory })
  return memory
}

/** Calls or plans were just replaced in bulk: the next reading looks again. */
export const forgetNetworkMemories = (): void => known.clear()

async function readMemory(
  tx: Tx,
  labId: string,
  question: Question,
  run: Window,
): Promise<Omit<NetworkMemory, 'previous'>> {
  const { cycleId, networkId, today } = question
  const whole = memoryWindow(run)
  const yesterday = addDays(today, -1)
  const watermark = await findCallWatermark(tx, labId, networkId)
  const asOf = watermark && watermark < yesterday ? watermark : yesterday
  const endsOn = asOf < whole.endsOn ? asOf : whole.endsOn
  if (endsOn < whole.startsOn) return nothing
  const window = { startsOn: whole.startsOn, endsOn }
  const lines = await listPriorLines(tx, labId, { cycleId, networkId, ...window, at: clock.now() })
  const zones = [...new Set(lines.map(({ zone }) => zone))]
  const gone = await zoneWorkingDays(tx, window, zones)
  const ofRun = await zoneWorkingDays(tx, run, zones)
  const ratios = new Map(
    zones.map((zone) => {
      const runDays = ofRun.get(zone) ?? 0
      return [zone, runDays > 0 ? (gone.get(zone) ?? 0) / runDays : 0]
    }),
  )
  return { window, ratios, prior: priorOf(lines, zones, ratios) }
}

function priorOf(
  lines: readonly PriorLine[],
  zones: readonly string[],
  ratios: ReadonlyMap<string, number>,
): Prior {
  // One row of sectors a zone, and one for vacant sectors, which are left out.
  const vacant = zones.length
  const index = new Map(zones.map((zone, at) => [zone, at]))
  const count = zones.length + 1
  return fitPrior(
    {
      sector: Int32Array.from(lines, (line) => (line.vacant ? vacant : (index.get(line.zone) ?? vacant))),
      goal: Int32Array.from(lines, ({ goal }) => goal),
      done: new Int32Array(lines.length),
      priorDone: Int32Array.from(lines, ({ prior }) => prior),
      closed: new Uint8Array(lines.length),
    },
    {
      goneMilli: new Float64Array(count),
      capacityMilli: new Float64Array(count).fill(1),
      memoryDays: Float64Array.from([...zones.map((zone) => ratios.get(zone) ?? 0), 0]),
      runDays: new Float64Array(count).fill(1),
      vacant: Uint8Array.from({ length: count }, (_, at) => (at === vacant ? 1 : 0)),
    },
  )
}

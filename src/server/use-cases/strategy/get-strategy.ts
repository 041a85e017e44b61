import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { StrategyDto, StrategySector } from '#src/contracts/strategy.ts'
import type { ChannelKind } from '#src/contracts/words.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { read, type Tx } from '../../platform/transaction.ts'
import {
  listCycleChannels,
  listCycleProducts,
  listCycleSegments,
} from '../../repositories/allocation-repository.ts'
import { findOfficialRun } from '../../repositories/cycle-figures-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import {
  configurationInForce,
  describeConfiguration,
  loadConfiguration,
} from '../cycles/steps/configuration.ts'
import { lastSaved, sameSegmentation, strategyParts } from './steps/describe-strategy.ts'
import { orderedCodes } from './steps/read-allocation.ts'
import { sectorCapacities } from './steps/sector-capacities.ts'

async function sectorsOf(tx: Tx, labId: string, { run, networkIds }: CycleDto): Promise<StrategySector[]> {
  if (!run) return []
  const sectors = await sectorCapacities(tx, labId, { networkIds }, run)
  return sectors.map(({ sectorId, code, name, regionName, capacity }) => ({
    id: sectorId,
    code,
    name,
    region: regionName,
    capacityMilli: capacity.totalMilli,
    workedDays: capacity.workedDays,
  }))
}

/** Everything the strategy screen needs but the columns: from publication on, what was published. */
export function getStrategy(actor: Actor, cycleId: string): Promise<StrategyDto> {
  const { labId } = actor
  return read(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    assertCan(actor, 'configuration.read', { labId })
    const working = await describeConfiguration(tx, labId, cycle)
    const { document } = await configurationInForce(tx, labId, cycle)
    const official = await findOfficialRun(tx, labId, cycleId)
    const segments = await listCycleSegments(tx, labId, cycleId, document.grid.segmentation)
    const byCode = new Map(segments.map((segment) => [segment.code, segment]))
    return {
      cycleId,
      name: cycle.name,
      state: cycle.state,
      run: cycle.run,
      version: working.version,
      editable: working.editable,
      saved: lastSaved(working),
      parts: strategyParts(document),
      channels: (await listCycleChannels(tx, labId, cycleId)).map((channel) => ({
        ...channel,
        kind: channel.kind as ChannelKind,
      })),
      products: (await listCycleProducts(tx, labId, cycleId)).map(({ id, code, name }) => ({
        id,
        code,
        name,
      })),
      segments: orderedCodes(segments).flatMap((code) => {
        const segment = byCode.get(code)
        return segment ? [{ code, name: segment.name, colour: segment.colour, rank: segment.rank }] : []
      }),
      sectors: await sectorsOf(tx, labId, cycle),
      official: official && {
        id: official.id,
        upToDate: sameSegmentation(
          await loadConfiguration(tx, labId, official.configurationHash),
          working.document,
        ),
      },
    }
  })
}

import type { Actor } from '#src/contracts/actor.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { TargetingDto } from '#src/contracts/targeting.ts'
import type { ChannelKind } from '#src/contracts/words.ts'
import { allocate } from '#src/engine/index.ts'
import { notFound } from '#src/lib/app-error.ts'
import { mayEver, scope } from '#src/policy/can.ts'
import { snapshot, type Tx } from '../../platform/transaction.ts'
import { listCycleChannels, listCycleSegments } from '../../repositories/allocation-repository.ts'
import { findMemberNames } from '../../repositories/configuration-repository.ts'
import { findOfficialRun } from '../../repositories/cycle-figures-repository.ts'
import { findCycle } from '../../repositories/cycle-repository.ts'
import { findLatestPublication } from '../../repositories/publication-repository.ts'
import { findLatestPublicationRun, publicationRunDto } from '../../repositories/publication-run-repository.ts'
import { listPublishedSectors, sumGoals } from '../../repositories/target-repository.ts'
import { loadWorkingConfiguration } from '../cycles/steps/configuration.ts'
import { orderedCodes, readAllocation } from '../strategy/steps/read-allocation.ts'
import { computedFigures, publishedFigures, type Figures } from './steps/targeting-totals.ts'

type Missing = NonNullable<TargetingDto['missing']>

async function computed(tx: Tx, labId: string, cycle: CycleDto): Promise<Figures | Missing> {
  if (!cycle.run) return 'no-run-window'
  if (!(await findOfficialRun(tx, labId, cycle.id))) return 'no-official-run'
  const { document } = await loadWorkingConfiguration(tx, labId, cycle.id)
  if (!document.grid.rows.some(({ contacts, presentations }) => contacts > 0 || presentations.length > 0))
    return 'no-grid'
  const basis = await readAllocation(tx, labId, cycle, document)
  const leads = await findMemberNames(
    tx,
    labId,
    basis.sectors.flatMap(({ leadMemberId }) => leadMemberId ?? []),
  )
  return computedFigures(allocate(basis.input), basis.sectors, leads)
}

/** What was published, in the reader's sectors; before that, for head office alone, what a publication would hold. */
export function getTargeting(actor: Actor, cycleId: string): Promise<TargetingDto> {
  const { labId } = actor
  const reach = scope(actor, 'targeting.read')
  return snapshot(actor, async (tx) => {
    const cycle = await findCycle(tx, labId, cycleId)
    if (!cycle) throw notFound()
    const publication = await findLatestPublication(tx, labId, cycleId)
    const channels = await listCycleChannels(tx, labId, cycleId)
    const headOffice = reach.kind === 'lab' && mayEver(actor, 'configuration.read')
    const figures = publication
      ? publishedFigures(
          await listPublishedSectors(tx, labId, cycleId, reach),
          await sumGoals(tx, labId, cycleId, reach),
          channels,
        )
      : headOffice
        ? await computed(tx, labId, cycle)
        : 'not-published'
    const known = typeof figures === 'string' ? null : figures
    const { draft, document } = await loadWorkingConfiguration(tx, labId, cycleId)
    const segments = await listCycleSegments(tx, labId, cycleId, document.grid.segmentation)
    const order = orderedCodes(segments)
    const run = headOffice ? await findLatestPublicationRun(tx, labId, cycleId) : null
    return {
      cycleId,
      name: cycle.name,
      state: cycle.state,
      version: cycle.version,
      configurationVersion: draft.version,
      runId: (await findOfficialRun(tx, labId, cycleId))?.id ?? null,
      run: cycle.run,
      engagement: cycle.engagement,
      published: publication && { number: publication.number, at: publication.at, by: publication.by },
      publishing: run && run.state !== 'DONE' ? publicationRunDto(run) : null,
      channels: channels.map((channel) => ({ ...channel, kind: channel.kind as ChannelKind })),
      segments: segments
        .map(({ code, name, colour, rank }) => ({ code, name, colour, rank }))
        .toSorted((left, right) => order.indexOf(left.code) - order.indexOf(right.code)),
      totals: known?.totals ?? null,
      missing: typeof figures === 'string' ? figures : null,
      sectors: known?.sectors ?? [],
    }
  })
}

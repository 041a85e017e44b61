import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { ChecklistDto, ChecklistItem, CycleDto, CycleState } from '#src/contracts/cycles.ts'
import { cycleStates } from '#src/contracts/cycles.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findOfficialRun, readCycleFigures } from '../../../repositories/cycle-figures-repository.ts'
import { findRunOverlaps } from '../../../repositories/cycle-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'
import { readQualified } from '../../qualification/steps/qualified.ts'
import { loadConfiguration } from './configuration.ts'

type Params = ChecklistItem['params']
type Facts = { tx: Tx; labId: string; cycle: CycleDto; document: Configuration }

const item = (code: string, done: boolean, where: string | null, params: Params = {}): ChecklistItem => ({
  code,
  done,
  params,
  where,
})

const screen = (cycle: CycleDto, path = '') => `/cycles/${cycle.id}${path}`
const settings = (cycle: CycleDto) => screen(cycle, '#reglages')

export const nextState = (state: CycleState): CycleState | null =>
  cycleStates[cycleStates.indexOf(state) + 1] ?? null

/** One step back exists until publication. */
export function previousState(state: CycleState): CycleState | null {
  const back: Partial<Record<CycleState, CycleState>> = {
    QUALIFICATION: 'DRAFT',
    SEGMENTATION: 'QUALIFICATION',
    STRATEGY: 'SEGMENTATION',
  }
  return back[state] ?? null
}

function toQualification({ cycle, document }: Facts): ChecklistItem[] {
  const { qualification, run } = cycle
  return [
    item('networks', cycle.networkIds.length > 0, settings(cycle)),
    item('channels', cycle.channels.length > 0, settings(cycle)),
    item('qualification-window', qualification !== null, settings(cycle)),
    item('windows-order', !qualification || !run || qualification.endsOn < run.startsOn, settings(cycle)),
    item('criteria', document.criteria.length > 0, screen(cycle, '/qualification'), {
      count: document.criteria.length,
    }),
    item(
      'required-criteria',
      document.criteria.some(({ required }) => required),
      screen(cycle, '/qualification'),
    ),
  ]
}

async function toSegmentation({ tx, labId, cycle, document }: Facts): Promise<ChecklistItem[]> {
  const { hcps, required, present } = await readQualified(tx, labId, cycle, document)
  const percent = required > 0 ? Math.round((present / required) * 100) : 0
  return [
    item('reference-day', cycle.referenceDay !== null, settings(cycle)),
    item('universe', hcps > 0, '/annuaire', { count: hcps }),
    item('answers', present > 0, screen(cycle, '/qualification'), { percent }),
  ]
}

const segmentationOf = ({ universe, criteria, segmentations }: Configuration) =>
  canonicalJson({ universe, criteria, segmentations })

/** Items about the official segmentation: there is one, of the configuration as it stands. */
async function segmentationItems({ tx, labId, cycle, document }: Facts): Promise<ChecklistItem[]> {
  const run = await findOfficialRun(tx, labId, cycle.id)
  const computed = run ? await loadConfiguration(tx, labId, run.configurationHash) : null
  const figures = (await readCycleFigures(tx, labId, [cycle.id])).get(cycle.id)
  const where = screen(cycle, '/segmentation')
  return [
    item('segmentation', document.segmentations.length > 0, where),
    item('official-run', run !== null, where),
    item('run-up-to-date', computed !== null && segmentationOf(computed) === segmentationOf(document), where),
    item('segments', (figures?.segments ?? 0) > 0, where, { count: figures?.segments ?? 0 }),
  ]
}

async function toEngagement(facts: Facts): Promise<ChecklistItem[]> {
  const { tx, labId, cycle, document } = facts
  const { engagement, run } = cycle
  const overlaps = run ? await findRunOverlaps(tx, labId, cycle.id, cycle.networkIds, run) : []
  const [first] = overlaps
  return [
    item('products', cycle.products.length > 0, settings(cycle), { count: cycle.products.length }),
    item('engagement-window', engagement !== null, settings(cycle)),
    item('run-window', run !== null, settings(cycle)),
    item('engagement-before-run', !engagement || !run || engagement.endsOn < run.endsOn, settings(cycle)),
    item(
      'run-free',
      overlaps.length === 0,
      settings(cycle),
      first ? { network: first.network, cycle: first.cycle, from: first.startsOn, to: first.endsOn } : {},
    ),
    ...(await segmentationItems(facts)),
    item(
      'grid',
      document.grid.rows.some(({ contacts }) => contacts > 0),
      screen(cycle, '/strategie'),
    ),
  ]
}

async function onTheDay({ tx, labId, cycle }: Facts): Promise<ChecklistItem[]> {
  const lab = await findLab(tx, labId)
  const today = clock.today(lab?.timeZone ?? 'Europe/Paris')
  const { run } = cycle
  return cycle.state === 'ENGAGEMENT'
    ? [item('run-begins', run !== null && run.startsOn <= today, null, { day: run?.startsOn ?? '' })]
    : [item('run-ends', run !== null && run.endsOn < today, null, { day: run?.endsOn ?? '' })]
}

/** Everything that the next state asks of the cycle, done or missing. */
export async function checklistItems(
  tx: Tx,
  labId: string,
  cycle: CycleDto,
  document: Configuration,
): Promise<ChecklistItem[]> {
  const facts = { tx, labId, cycle, document }
  switch (cycle.state) {
    case 'DRAFT':
      return toQualification(facts)
    case 'QUALIFICATION':
      return toSegmentation(facts)
    case 'SEGMENTATION':
      return segmentationItems(facts)
    case 'STRATEGY':
      return toEngagement(facts)
    case 'ENGAGEMENT':
    case 'RUNNING':
      return onTheDay(facts)
    case 'CLOSED':
      return []
  }
}

const ways: Record<CycleState, ChecklistDto['by']> = {
  DRAFT: 'hand',
  QUALIFICATION: 'hand',
  SEGMENTATION: 'hand',
  STRATEGY: 'publication',
  ENGAGEMENT: 'day',
  RUNNING: 'day',
  CLOSED: null,
}

export const checklistOf = (cycle: CycleDto, items: ChecklistItem[]): ChecklistDto => ({
  cycleId: cycle.id,
  state: cycle.state,
  version: cycle.version,
  next: nextState(cycle.state),
  by: ways[cycle.state],
  previous: previousState(cycle.state),
  items,
})

import type { Actor } from '#src/contracts/actor.ts'
import type { HomeTask, TaskKind } from '#src/contracts/home.ts'
import { scope } from '#src/policy/can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listCycleHeads } from '../../../repositories/cycle-list-repository.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import {
  listHomeAlerts,
  listImportErrors,
  readHouseKeeping,
  type HomePlan,
} from '../../../repositories/home-repository.ts'
import { checklistItems } from '../../cycles/steps/checklist.ts'
import { configurationInForce } from '../../cycles/steps/configuration.ts'
import { readWorklists } from '../../qualification/steps/worklist.ts'

export type Ground = {
  tx: Tx
  actor: Actor
  today: string
  plans: HomePlan[]
  sectors: { name: string; region: string; vacant: boolean }[]
}

const named = 3

type Part = Partial<HomeTask> & { names?: string[] }

function task(kind: TaskKind, value: number, href: string, part: Part = {}): HomeTask {
  const { names = [], ...rest } = part
  return {
    kind,
    value,
    href,
    total: null,
    cycle: null,
    dueOn: null,
    ...rest,
    names: names.slice(0, named),
    more: Math.max(names.length - named, 0),
  }
}

const cycleOf = ({ cycleId, cycleName }: { cycleId: string; cycleName: string }) => ({
  id: cycleId,
  name: cycleName,
})

/** Plans of each cycle in one of these states: one task a cycle. */
function planTasks(
  kind: TaskKind,
  plans: readonly HomePlan[],
  keep: (plan: HomePlan) => boolean,
  href: (plan: HomePlan) => string,
): HomeTask[] {
  const found = Map.groupBy(plans.filter(keep), ({ cycleId }) => cycleId)
  return [...found.values()].flatMap((some) => {
    const [first] = some
    if (!first) return []
    const total = plans.filter(({ cycleId }) => cycleId === first.cycleId).length
    return [
      task(kind, some.length, href(first), {
        total,
        cycle: cycleOf(first),
        dueOn: first.closesOn,
        names: some.map(({ sector }) => sector),
      }),
    ]
  })
}

const inWork = ({ state }: HomePlan) => state === 'OPEN' || state === 'RETURNED'

async function alertTask({ tx, actor }: Ground): Promise<HomeTask[]> {
  const alerts = await listHomeAlerts(tx, actor.labId, scope(actor, 'alerts.read'))
  const [first] = alerts
  if (!first) return []
  return [
    task('alerts', alerts.length, '/alertes', {
      cycle: cycleOf(first),
      names: alerts.map(({ sector }) => sector),
    }),
  ]
}

function vacantTask({ sectors }: Ground, href: string): HomeTask[] {
  const vacant = sectors.filter((sector) => sector.vacant)
  return vacant.length > 0
    ? [
        task('vacant-sectors', vacant.length, href, {
          total: sectors.length,
          names: vacant.map(({ name }) => name),
        }),
      ]
    : []
}

async function importTasks({ tx, actor }: Ground): Promise<HomeTask[]> {
  const imports = await listImportErrors(tx, actor.labId)
  return imports.map(({ id, name, errors, rows }) =>
    task('import-errors', errors, `/imports/${id}`, { total: rows, names: [name] }),
  )
}

/** Cycles in preparation: how much the next state still asks for, and the screen of the first thing missing. */
async function checklistTasks({ tx, actor }: Ground): Promise<HomeTask[]> {
  const { labId } = actor
  const heads = await listCycleHeads(tx, labId)
  if (heads.length === 0) return [task('first-cycle', 1, '/cycles/nouveau')]
  const tasks: HomeTask[] = []
  for (const head of heads) {
    if (!['DRAFT', 'QUALIFICATION', 'SEGMENTATION', 'STRATEGY'].includes(head.state)) continue
    const cycle = await findCycle(tx, labId, head.id)
    if (!cycle) continue
    const { document } = await configurationInForce(tx, labId, cycle)
    const items = await checklistItems(tx, labId, cycle, document)
    const missing = items.filter(({ done }) => !done)
    const windows = { QUALIFICATION: head.qualificationEndsOn, STRATEGY: head.engagementEndsOn }
    const dueOn = head.state in windows ? windows[head.state as keyof typeof windows] : null
    tasks.push(
      task('checklist', missing.length, missing[0]?.where ?? `/cycles/${head.id}`, {
        total: items.length,
        cycle: { id: head.id, name: head.name },
        dueOn,
      }),
    )
  }
  return tasks
}

export async function headOfficeTasks(ground: Ground): Promise<HomeTask[]> {
  const { plans, today } = ground
  const engagement = ({ cycleId }: HomePlan) => `/cycles/${cycleId}/engagement`
  const isLate = (plan: HomePlan) => inWork(plan) && plan.closesOn !== null && plan.closesOn < today
  return [
    ...(await checklistTasks(ground)),
    ...planTasks('late-plans', plans, isLate, engagement),
    ...planTasks('open-plans', plans, (plan) => inWork(plan) && !isLate(plan), engagement),
    ...(await alertTask(ground)),
    ...(await importTasks(ground)),
    ...vacantTask(ground, '/administration/territoire'),
  ]
}

export async function managerTasks(ground: Ground): Promise<HomeTask[]> {
  const { plans, today } = ground
  const isLate = (plan: HomePlan) => inWork(plan) && plan.closesOn !== null && plan.closesOn < today
  return [
    ...planTasks(
      'approve-plans',
      plans,
      ({ state }) => state === 'SUBMITTED',
      () => '/equipe',
    ),
    ...planTasks('late-plans', plans, isLate, () => '/equipe'),
    ...planTasks(
      'open-plans',
      plans,
      (plan) => inWork(plan) && !isLate(plan),
      () => '/equipe',
    ),
    ...(await alertTask(ground)),
    ...vacantTask(ground, '/equipe'),
  ]
}

export async function repTasks(ground: Ground): Promise<HomeTask[]> {
  const { tx, actor, plans } = ground
  const worklists = await readWorklists(tx, actor)
  const toQualify = worklists.flatMap(({ cycleId, cycleName, endsOn, hcps }) => {
    const left = hcps.filter(({ finished }) => !finished)
    const cycle = { id: cycleId, name: cycleName }
    const names = left.map(({ name }) => name)
    return left.length > 0
      ? [task('qualify', left.length, '/qualifier', { total: hcps.length, cycle, dueOn: endsOn, names })]
      : []
  })
  const toSend = plans.filter(inWork).map((plan) =>
    task(plan.state === 'RETURNED' ? 'returned-plan' : 'finish-plan', plan.targets, `/pas/${plan.planId}`, {
      cycle: cycleOf(plan),
      dueOn: plan.closesOn,
      names: [plan.sector],
    }),
  )
  return [...toQualify, ...toSend, ...(await alertTask(ground))]
}

export async function administrationTasks(ground: Ground): Promise<HomeTask[]> {
  const { tx, actor, today, sectors } = ground
  const { invited, withoutTime, whiteZone, members, hcps } = await readHouseKeeping(tx, actor.labId, today)
  return [
    // A new lab, in the order in which each step stands on the one before.
    ...(members === 1 ? [task('first-members', 1, '/administration/membres')] : []),
    ...(sectors.length === 0 ? [task('first-territory', 1, '/imports/nouveau?kind=TERRITORY')] : []),
    ...(sectors.length > 0 && hcps === 0 ? [task('first-directory', 1, '/imports/nouveau?kind=HCP')] : []),
    ...(invited.length > 0
      ? [task('invitations', invited.length, '/administration/membres', { names: invited })]
      : []),
    ...vacantTask(ground, '/administration/territoire'),
    ...(withoutTime.length > 0
      ? [task('no-working-time', withoutTime.length, '/administration/calendrier', { names: withoutTime })]
      : []),
    ...(whiteZone > 0 ? [task('white-zone', whiteZone, '/annuaire?unassigned=1')] : []),
    ...(await importTasks(ground)),
  ]
}

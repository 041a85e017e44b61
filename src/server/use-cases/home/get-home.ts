import type { Actor } from '#src/contracts/actor.ts'
import type { HomeDto, HomeTask } from '#src/contracts/home.ts'
import { scope } from '#src/policy/can.ts'
import { read } from '../../platform/transaction.ts'
import {
  findRunningCycle,
  findStanding,
  listHomePlans,
  listHomeSectors,
} from '../../repositories/home-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'
import { recentActivity } from './steps/recent-activity.ts'
import { administrationTasks, headOfficeTasks, managerTasks, repTasks, type Ground } from './steps/tasks.ts'

/** By deadline; what has none comes after, in the order it was found. */
const byDeadline = (a: HomeTask, b: HomeTask) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9')

const tasksOf: Record<Actor['role'], (ground: Ground) => Promise<HomeTask[]>> = {
  ADMIN: administrationTasks,
  HQ: headOfficeTasks,
  MANAGER: managerTasks,
  REP: repTasks,
}

/** What waits for this person and how the running cycle stands, inside the own walls. */
export const getHome = (actor: Actor): Promise<HomeDto> =>
  read(actor, async (tx) => {
    const { labId } = actor
    const today = await labToday(tx, labId)
    const plans = await listHomePlans(tx, labId, scope(actor, 'plans.read'))
    const sectors = await listHomeSectors(tx, labId, scope(actor, 'home.read'), today)
    const tasks = await tasksOf[actor.role]({ tx, actor, today, plans, sectors })
    const inEngagement = plans.find(({ cycleState }) => cycleState === 'ENGAGEMENT')
    return {
      today,
      perimeter: {
        sectors: sectors.map(({ name }) => name),
        regions: [...new Set(sectors.map(({ region }) => region))],
      },
      runningCycle: await findRunningCycle(tx, labId, scope(actor, 'followUp.read')),
      standing: await findStanding(tx, labId, scope(actor, 'followUp.read')),
      plansCycleId: (inEngagement ?? plans[0])?.cycleId ?? null,
      tasks: tasks.toSorted(byDeadline),
      activity: await recentActivity(tx, actor),
    }
  })

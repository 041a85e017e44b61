import type { Actor } from '#src/contracts/actor.ts'
import { addDays } from '#src/lib/calendar.ts'
import { saveClosedDays } from '#src/server/use-cases/administration/save-closed-days.ts'
import { startDueCycles } from '#src/server/use-cases/cycles/start-due-cycles.ts'
import { applyDeadline } from '#src/server/use-cases/plans/apply-deadline.ts'
import { computeFollowUp } from '#src/server/use-cases/follow-up/steps/compute-follow-up.ts'
import { advance, askCriteria, newCycle, publish, segmentCycle, setStrategy } from '../cycle-steps.ts'
import { actorOf, importFile, onDay } from '../driver.ts'
import { answersCsv } from './answers.ts'
import { demoCalendar, type DemoCalendar } from './calendar.ts'
import { demoGrid, demoLimits, demoSegmentation } from './configuration.ts'
import { demoCriteria } from './criteria.ts'
import { demoHcps, hcpsCsv, type DemoHcp } from './hcps.ts'
import { settlePeople, type DemoPeople } from './people.ts'
import { drivePlans } from './plans.ts'
import { cycleParts, fillPortfolio, gridChannels } from './portfolio.ts'
import { realise } from './realisation.ts'
import { demoRegions, territoryCsv, type DemoRegion } from './territory.ts'

export const hcpCount = 30_000

/** What the sources know, one file each, as they would come. */
async function importAnswers(hq: Actor, hcps: readonly DemoHcp[], day: string, wave: number): Promise<void> {
  const { icomed, phoning } = answersCsv(hcps, day, wave)
  await Promise.all([
    importFile(hq, { kind: 'OBSERVATION', name: `icomed-${day}.csv`, content: icomed }),
    importFile(hq, { kind: 'OBSERVATION', name: `phoning-${day}.csv`, content: phoning }),
  ])
}

type Progress = (done: string) => void

type Lab = {
  hq: Actor
  people: DemoPeople
  regions: readonly DemoRegion[]
  hcps: readonly DemoHcp[]
  calendar: DemoCalendar
  parts: Awaited<ReturnType<typeof cycleParts>>
}

const strategy = {
  limits: demoLimits,
  fit: { method: 'priority' as const },
  grid: demoGrid(gridChannels),
}

/** The network, its places and its people, on the day that the lab opens. */
async function settle(labId: string, adminId: string, calendar: DemoCalendar, done: Progress): Promise<Lab> {
  const { opening, running, today } = calendar
  const regions = demoRegions()
  const hcps = demoHcps(regions, hcpCount)
  const admin = await actorOf(labId, adminId)
  await fillPortfolio(admin)
  const startsOn = opening
  await importFile(admin, {
    kind: 'TERRITORY',
    name: 'secteurs.csv',
    content: territoryCsv(regions),
    startsOn,
  })
  done('territory')
  const directory = { kind: 'HCP' as const, name: 'annuaire.csv', content: hcpsCsv(hcps), startsOn }
  const [people] = await Promise.all([
    settlePeople(admin, regions, opening, today),
    importFile(admin, directory),
  ])
  const hq = await actorOf(labId, people.hq.id)
  const seminar = addDays(running.run?.startsOn ?? today, 35)
  await saveClosedDays(hq, {
    commandId: crypto.randomUUID(),
    networkId: people.networkId,
    from: seminar,
    to: addDays(seminar, 1),
    weightBps: 0,
    label: 'Séminaire national',
  })
  done('people and directory')
  return { hq, people, regions, hcps, calendar, parts: await cycleParts(hq, people.networkId) }
}

/** The running cycle until its strategy is decided. */
async function prepareRunning({ hq, hcps, calendar, parts }: Lab, done: Progress): Promise<string> {
  const { running, today } = calendar
  const { id } = await onDay(running.qualification?.startsOn ?? today, async () => {
    const cycle = await newCycle(hq, { ...running, ...parts })
    await askCriteria(hq, cycle.id, demoCriteria)
    await advance(hq, cycle.id, 'QUALIFICATION')
    return cycle
  })
  const surveyed = running.referenceDay ?? today
  await onDay(surveyed, () => importAnswers(hq, hcps, surveyed, 0))
  done('answers')
  await onDay(addDays(running.engagement?.startsOn ?? today, -4), async () => {
    await advance(hq, id, 'SEGMENTATION')
    await segmentCycle(hq, id, demoSegmentation({ potential: [52, 33], affinity: [62, 38] }))
    await advance(hq, id, 'STRATEGY')
    await setStrategy(hq, id, strategy)
  })
  done('segments')
  return id
}

/** Its plans and its calls. A third of the sectors change their plan; the others let the deadline seal the theory. */
async function run({ hq, people, regions, hcps, calendar }: Lab, cycleId: string): Promise<void> {
  const { running, today } = calendar
  await onDay(running.engagement?.startsOn ?? today, async () => {
    await publish(hq, cycleId)
    await drivePlans(hq, cycleId, people, regions, (code, index) =>
      index % 4 === 0 || code === 'S01' || code === 'S05' ? 'sealed' : 'open',
    )
  })
  await onDay(running.run?.startsOn ?? today, async () => {
    await applyDeadline(hq.labId)
    await startDueCycles(hq.labId)
  })
  await onDay(today, () => realise(hq, cycleId, people, hcps, calendar))
}

/** The next cycle until its answers are in: one hcp of six is asked again. */
async function prepareNext({ hq, hcps, calendar, parts }: Lab, copyFromId: string): Promise<string> {
  const { next, today } = calendar
  const { id } = await onDay(next.qualification?.startsOn ?? today, async () => {
    const cycle = await newCycle(hq, { ...next, ...parts }, copyFromId)
    await advance(hq, cycle.id, 'QUALIFICATION')
    return cycle
  })
  const surveyed = next.referenceDay ?? today
  const askedAgain = hcps.filter((_, index) => index % 6 === 0)
  await onDay(surveyed, () => importAnswers(hq, askedAgain, surveyed, 1))
  return id
}

/** The next cycle in engagement, each plan where its rep has brought it, and the one after in qualification. */
async function engageNext({ hq, people, regions, calendar, parts }: Lab, cycleId: string): Promise<void> {
  const { next, later, today } = calendar
  await onDay(addDays(next.engagement?.startsOn ?? today, -3), async () => {
    await advance(hq, cycleId, 'SEGMENTATION')
    await segmentCycle(hq, cycleId, demoSegmentation({ potential: [54, 35], affinity: [62, 38] }))
    await advance(hq, cycleId, 'STRATEGY')
    await setStrategy(hq, cycleId, strategy)
  })
  await onDay(next.engagement?.startsOn ?? today, () => publish(hq, cycleId))
  await onDay(later.qualification?.startsOn ?? today, async () => {
    const asking = await newCycle(hq, { ...later, ...parts }, cycleId)
    await advance(hq, asking.id, 'QUALIFICATION')
  })
  const ends = ['sealed', 'submitted', 'edited', 'submitted', 'returned', 'edited', 'open'] as const
  await onDay(today, () =>
    drivePlans(hq, cycleId, people, regions, (code, index) =>
      code === 'S01' || code === 'S05' ? 'open' : (ends[index % ends.length] ?? 'open'),
    ),
  )
}

/** What follow-up showed on a day of each of the last weeks, then yesterday: alerts need two days in a row. */
const lookBack = ({ hq, calendar: { today } }: Lab, cycleId: string) =>
  onDay(today, async () => {
    for (const back of [22, 15, 8, 2, 1])
      await computeFollowUp({ labId: hq.labId }, cycleId, addDays(today, -back))
  })

/**
 * The demo laboratory, through the use cases of the application and in the order of its life: the field force, a cycle
 * that has run for 60 % of its time with its calls and alerts, the next one in engagement, the one after in
 * qualification. What does not depend on each other is done side by side, each on its own day. The same day gives the
 * same lab. `adminId` is the administrator of an empty lab.
 */
export async function buildDemoLab(
  labId: string,
  adminId: string,
  today: string,
  done: Progress,
): Promise<void> {
  const calendar = demoCalendar(today)
  const lab = await onDay(calendar.opening, () => settle(labId, adminId, calendar, done))
  const running = await prepareRunning(lab, done)
  const [next] = await Promise.all([prepareNext(lab, running), run(lab, running)])
  done('plans, calls')
  await Promise.all([engageNext(lab, next), lookBack(lab, running)])
  done('next cycles')
}

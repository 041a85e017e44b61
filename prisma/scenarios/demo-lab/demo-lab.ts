import type { Actor } from '#src/contracts/actor.ts'
import type { CycleSettings } from '#src/contracts/cycles.ts'
import { addDays } from '#src/lib/calendar.ts'
import { getPortfolio } from '#src/server/use-cases/administration/get-portfolio.ts'
import { saveClosedDays } from '#src/server/use-cases/administration/save-closed-days.ts'
import { saveSource } from '#src/server/use-cases/administration/save-source.ts'
import { saveProduct } from '#src/server/use-cases/administration/save-product.ts'
import { startDueCycles } from '#src/server/use-cases/cycles/start-due-cycles.ts'
import { applyDeadline } from '#src/server/use-cases/plans/apply-deadline.ts'
import { computeFollowUp } from '#src/server/use-cases/follow-up/steps/compute-follow-up.ts'
import { advance, askCriteria, newCycle, publish, segmentCycle, setStrategy } from '../cycle-steps.ts'
import { actorOf, importFile, liveOn, prepareFile } from '../driver.ts'
import { answersCsv } from './answers.ts'
import { demoCalendar } from './calendar.ts'
import { demoGrid, demoLimits, demoSegmentation } from './configuration.ts'
import { demoCriteria } from './criteria.ts'
import { demoHcps, hcpsCsv, type DemoHcp } from './hcps.ts'
import { settlePeople } from './people.ts'
import { drivePlans } from './plans.ts'
import { realise } from './realisation.ts'
import { demoRegions, territoryCsv } from './territory.ts'

export const hcpCount = 30_000

const products = [
  ['CARDELAN', 'Cardélan', 1890, 1240],
  ['GLUCELYS', 'Glucélys', 2450, 1630],
  ['NEFRIVO', 'Néfrivo', 3980, 2710],
] as const

// Weight, load (thousandths) and cost (cents) of a contact on each channel that the cycles use.
const channels = {
  VISITE: [1000, 1000, 9500],
  DISTANCE: [1000, 500, 4200],
  TELEPHONE: [500, 300, 1900],
  EMAIL: [200, 0, 30],
} as const
const gridChannels = ['VISITE', 'DISTANCE', 'TELEPHONE', 'EMAIL'] as const

const sources = [
  ['ICOMED', 'Icomed'],
  ['PHONING', 'Phoning'],
] as const

type Progress = (done: string) => void

async function fillPortfolio(admin: Actor): Promise<void> {
  for (const [code, name, unitPriceCents, unitMarginCents] of products)
    await saveProduct(admin, {
      id: null,
      commandId: crypto.randomUUID(),
      code,
      name,
      unitPriceCents,
      unitMarginCents,
      active: true,
    })
  for (const [code, label] of sources)
    await saveSource(admin, { id: null, commandId: crypto.randomUUID(), code, label, kind: 'EXTERNAL' })
}

async function cycleParts(
  actor: Actor,
  networkId: string,
): Promise<Pick<CycleSettings, 'graceDays' | 'networkIds' | 'products' | 'channels'>> {
  const portfolio = await getPortfolio(actor)
  const used = portfolio.channels.flatMap(({ id, code }) => {
    const numbers = channels[code as keyof typeof channels]
    return numbers
      ? [{ channelId: id, weightMilli: numbers[0], loadMilli: numbers[1], unitCostCents: numbers[2] }]
      : []
  })
  return {
    graceDays: 15,
    networkIds: [networkId],
    products: portfolio.products.map(({ id }, index) => ({
      networkId,
      productId: id,
      rank: index + 1,
      objective: null,
    })),
    channels: used,
  }
}

/** What the sources know, one file each, as they would come. */
async function importAnswers(hq: Actor, hcps: readonly DemoHcp[], day: string, wave: number): Promise<void> {
  const { icomed, phoning } = answersCsv(hcps, day, wave)
  await Promise.all([
    importFile(hq, { kind: 'OBSERVATION', name: `icomed-${day}.csv`, content: icomed }),
    importFile(hq, { kind: 'OBSERVATION', name: `phoning-${day}.csv`, content: phoning }),
  ])
}

/**
 * The demo laboratory, through the use cases of the application and in the order of its life: the field force, a cycle
 * that has run for 60 % of its time with its calls and alerts, the next one in engagement, the one after in
 * qualification. The same day gives the same lab. `admin` is the administrator of an empty lab.
 */
export async function buildDemoLab(
  labId: string,
  adminId: string,
  today: string,
  done: Progress,
): Promise<void> {
  const calendar = demoCalendar(today)
  const { opening, running, next, later } = calendar
  const regions = demoRegions()
  const hcps = demoHcps(regions, hcpCount)

  liveOn(opening)
  const admin = await actorOf(labId, adminId)
  await fillPortfolio(admin)
  const [territory, directory] = await Promise.all([
    prepareFile(admin, {
      kind: 'TERRITORY',
      name: 'secteurs.csv',
      content: territoryCsv(regions),
      startsOn: opening,
    }),
    prepareFile(admin, { kind: 'HCP', name: 'annuaire.csv', content: hcpsCsv(hcps), startsOn: opening }),
  ])
  await territory()
  done('territory')
  const [people] = await Promise.all([settlePeople(admin, regions, opening, today), directory()])
  done('people and directory')

  const hq = await actorOf(labId, people.hq.id)
  const parts = await cycleParts(hq, people.networkId)
  const seminar = addDays(running.run?.startsOn ?? today, 35)
  await saveClosedDays(hq, {
    commandId: crypto.randomUUID(),
    networkId: people.networkId,
    from: seminar,
    to: addDays(seminar, 1),
    weightBps: 0,
    label: 'Séminaire national',
  })

  // The cycle that runs.
  liveOn(running.qualification?.startsOn ?? today)
  const current = await newCycle(hq, { ...running, ...parts })
  await askCriteria(hq, current.id, demoCriteria)
  await advance(hq, current.id, 'QUALIFICATION')
  liveOn(running.referenceDay ?? today)
  await importAnswers(hq, hcps, running.referenceDay ?? today, 0)
  done('answers')
  liveOn(addDays(running.engagement?.startsOn ?? today, -4))
  await advance(hq, current.id, 'SEGMENTATION')
  await segmentCycle(hq, current.id, demoSegmentation({ potential: [52, 33], affinity: [62, 38] }))
  await advance(hq, current.id, 'STRATEGY')
  const strategy = { limits: demoLimits, fit: { method: 'priority' as const } }
  await setStrategy(hq, current.id, { ...strategy, grid: demoGrid(gridChannels) })
  done('segments')
  liveOn(running.engagement?.startsOn ?? today)
  await publish(hq, current.id)
  // A third of the sectors changed their plan; the others let the deadline pass, and the theory was sealed as such.
  await drivePlans(hq, current.id, people, regions, (code, index) =>
    index % 4 === 0 || code === 'S01' || code === 'S05' ? 'sealed' : 'open',
  )
  liveOn(running.run?.startsOn ?? today)
  await applyDeadline(labId)
  done('plans')
  await startDueCycles(labId)

  liveOn(today)
  await realise(hq, current.id, people, hcps, calendar)
  done('calls')

  // The next cycle.
  liveOn(next.qualification?.startsOn ?? today)
  const following = await newCycle(hq, { ...next, ...parts }, current.id)
  await advance(hq, following.id, 'QUALIFICATION')
  liveOn(next.referenceDay ?? today)
  const askedAgain = hcps.filter((_, index) => index % 6 === 0)
  await importAnswers(hq, askedAgain, next.referenceDay ?? today, 1)
  liveOn(addDays(next.engagement?.startsOn ?? today, -3))
  await advance(hq, following.id, 'SEGMENTATION')
  await segmentCycle(hq, following.id, demoSegmentation({ potential: [50, 32], affinity: [62, 38] }))
  await advance(hq, following.id, 'STRATEGY')
  await setStrategy(hq, following.id, { ...strategy, grid: demoGrid(gridChannels) })
  liveOn(next.engagement?.startsOn ?? today)
  await publish(hq, following.id)
  // The one after, which asks the reps what is still unknown.
  liveOn(later.qualification?.startsOn ?? today)
  const asking = await newCycle(hq, { ...later, ...parts }, following.id)
  await advance(hq, asking.id, 'QUALIFICATION')
  done('next cycles')
  liveOn(today)
  const ends = ['sealed', 'submitted', 'edited', 'submitted', 'returned', 'edited', 'open'] as const
  // Meanwhile, what follow-up showed on a day of each of the last weeks, then yesterday: alerts need two days in a row.
  const shown = async () => {
    for (const back of [22, 15, 8, 2, 1]) await computeFollowUp({ labId }, current.id, addDays(today, -back))
  }
  await Promise.all([
    shown(),
    drivePlans(hq, following.id, people, regions, (code, index) =>
      code === 'S01' || code === 'S05' ? 'open' : (ends[index % ends.length] ?? 'open'),
    ),
  ])
  done('follow-up')
}

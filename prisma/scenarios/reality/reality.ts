import type { Actor } from '#src/contracts/actor.ts'
import { addDays } from '#src/lib/calendar.ts'
import { emptyConfiguration, type Configuration } from '#src/engine/index.ts'
import { publicHolidays } from '#src/server/platform/holidays.ts'
import { read } from '#src/server/platform/transaction.ts'
import { getPortfolio } from '#src/server/use-cases/administration/get-portfolio.ts'
import { getTerritory } from '#src/server/use-cases/administration/get-territory.ts'
import { inviteMember } from '#src/server/use-cases/administration/invite-member.ts'
import { saveManagerAssignment } from '#src/server/use-cases/administration/save-manager-assignment.ts'
import { saveProduct } from '#src/server/use-cases/administration/save-product.ts'
import { saveRepAssignment } from '#src/server/use-cases/administration/save-rep-assignment.ts'
import { saveSource } from '#src/server/use-cases/administration/save-source.ts'
import { saveWorkingTime } from '#src/server/use-cases/administration/save-working-time.ts'
import { startDueCycles } from '#src/server/use-cases/cycles/start-due-cycles.ts'
import { computeFollowUp } from '#src/server/use-cases/follow-up/steps/compute-follow-up.ts'
import { settleWatermark } from '#src/server/use-cases/follow-up/settle-watermark.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { listPlans } from '#src/server/use-cases/plans/list-plans.ts'
import { recordApproval } from '#src/server/use-cases/plans/record-approval.ts'
import { recordSubmission } from '#src/server/use-cases/plans/record-submission.ts'
import { advance, askCriteria, newCycle, publish, segmentCycle, setStrategy } from '../cycle-steps.ts'
import { actorOf, importFile, liveOn } from '../driver.ts'
import { criteria, followUp, grid, product, segmentation, source } from './configuration.ts'
import { readFigures, type FigureRow } from './figures.ts'
import { affinity, panelCalls, prescriptions, readPanel, type Physician } from './panel.ts'

const opening = '2024-12-01'
const run = { startsOn: '2026-01-01', endsOn: '2026-06-30' }
export const asOfDays = ['2026-02-28', '2026-04-30', '2026-06-30'] as const

const commandId = () => crypto.randomUUID()
const csv = (header: string, rows: readonly (readonly (string | number)[])[]) =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`

const directoryCsv = (physicians: readonly Physician[]) =>
  csv(
    'identifier_scheme,identifier,last_name,profession,network,sector',
    physicians.map(({ id, sector }) => ['PANEL', id, `Physician ${id}`, 'Médecin', 1, sector]),
  )

const answersCsv = (physicians: readonly Physician[]) =>
  csv(
    'identifier_scheme,identifier,criterion,value,observed_on',
    physicians.flatMap((physician) => {
      const answer = (criterion: string, value: number) => [
        'PANEL',
        physician.id,
        criterion,
        value,
        '2025-12-31',
      ]
      const ratio = affinity(physician)
      return [
        answer('prescriptions', prescriptions(physician)),
        ...(ratio === null ? [] : [answer('affinity', ratio)]),
      ]
    }),
  )

const callsCsv = (physicians: readonly Physician[], holidays: ReadonlySet<string>) =>
  csv(
    'external_id,identifier_scheme,identifier,day,channel,products,outcome,network,sector',
    panelCalls(physicians, holidays).map(({ physician, day, number }) => [
      `${physician.id}-${number}`,
      'PANEL',
      physician.id,
      day,
      'VISITE',
      product,
      'done',
      1,
      physician.sector,
    ]),
  )

const territoryCsv = (physicians: readonly Physician[]) => {
  const sectors = new Map(physicians.map(({ sector, region }) => [sector, region]))
  return csv(
    'network,region,sector,insee_code',
    [...sectors].map(([sector, region]) => [1, region, sector, '']),
  )
}

type Force = { hq: Actor; leads: Map<string, string>; managers: Map<string, string>; networkId: string }

/** One rep a sector, full time, one contact a working day; one manager a region. */
async function settleForce(admin: Actor): Promise<Force> {
  const [network] = (await getTerritory(admin, { day: opening })).networks
  if (!network) throw new Error('the territory was not imported')
  const period = { startsOn: opening, endsOn: null }
  const member = async (name: string, role: 'HQ' | 'MANAGER' | 'REP') => {
    const email = `${name}@panel.example`
    const identity = {
      displayName: name,
      email,
      role,
      hqFunction: null,
      readOnly: false,
      locale: 'en' as const,
    }
    return (await inviteMember(admin, { ...identity, ...period })).memberId
  }
  const [leads, managers] = [new Map<string, string>(), new Map<string, string>()]
  for (const region of network.regions) {
    const managerId = await member(`manager-${region.code}`, 'MANAGER')
    const kind = 'MANAGER' as const
    await saveManagerAssignment(admin, {
      id: null,
      commandId: commandId(),
      regionId: region.id,
      memberId: managerId,
      kind,
      ...period,
    })
    for (const sector of region.sectors) {
      const memberId = await member(`rep-${sector.code}`, 'REP')
      const where = { sectorId: sector.id, memberId, kind: 'LEAD' as const, shareBps: 10_000 }
      await saveRepAssignment(admin, { id: null, commandId: commandId(), ...where, ...period })
      const week = { halfDayBits: 1023, fieldShareBps: 10_000, contactsADayMilli: 1000 }
      await saveWorkingTime(admin, { id: null, commandId: commandId(), memberId, ...week, ...period })
      leads.set(sector.id, memberId)
      managers.set(sector.id, managerId)
    }
  }
  return {
    hq: await actorOf(admin.labId, await member('head-office', 'HQ')),
    leads,
    managers,
    networkId: network.id,
  }
}

async function prepareCycle({ hq, networkId }: Force, physicians: readonly Physician[]): Promise<string> {
  liveOn('2025-12-01')
  const { products, channels } = await getPortfolio(hq)
  const visit = channels.find(({ code }) => code === 'VISITE')
  const { id } = await newCycle(hq, {
    name: '2026-H1',
    referenceDay: '2025-12-31',
    qualification: { startsOn: '2025-12-01', endsOn: '2025-12-14' },
    engagement: { startsOn: '2025-12-15', endsOn: '2025-12-31' },
    run,
    graceDays: 15,
    networkIds: [networkId],
    products: products.map((one) => ({ networkId, productId: one.id, rank: 1, objective: null })),
    channels: [{ channelId: visit?.id ?? '', weightMilli: 1000, loadMilli: 1000, unitCostCents: 0 }],
  })
  await askCriteria(hq, id, criteria)
  await advance(hq, id, 'QUALIFICATION')
  liveOn('2025-12-31')
  await importFile(hq, { kind: 'OBSERVATION', name: 'answers.csv', content: answersCsv(physicians), source })
  await advance(hq, id, 'SEGMENTATION')
  await segmentCycle(hq, id, segmentation)
  await advance(hq, id, 'STRATEGY')
  const settings: Configuration['followUp'] = { ...emptyConfiguration().followUp, ...followUp }
  await setStrategy(hq, id, { grid, fit: { method: 'warn' }, followUp: settings })
  await publish(hq, id)
  return id
}

/** Every plan goes through as it was proposed: sent by its rep, approved by its manager, sealed. */
async function sealPlans({ hq, leads, managers }: Force): Promise<void> {
  for (const { id, sectorId } of (await listPlans(hq)).items) {
    const rep = await actorOf(hq.labId, leads.get(sectorId) ?? '')
    const manager = await actorOf(hq.labId, managers.get(sectorId) ?? '')
    const { revision } = await getPlan(rep, id)
    const sent = await recordSubmission(rep, { id, revision, comment: null })
    await recordApproval(manager, { id, revision: sent.revision, comment: null })
  }
}

/**
 * One whole cycle on a panel of physicians that nobody here wrote, through the use cases of the application. `admin` is
 * the administrator of an empty lab. Answers what the dashboards show on three days.
 */
export async function playReality(labId: string, adminId: string, panel: string): Promise<FigureRow[]> {
  const physicians = readPanel(panel)
  liveOn(opening)
  const admin = await actorOf(labId, adminId)
  const numbers = { unitPriceCents: null, unitMarginCents: null, active: true }
  await saveProduct(admin, { id: null, commandId: commandId(), code: product, name: 'The drug', ...numbers })
  await saveSource(admin, {
    id: null,
    commandId: commandId(),
    code: source,
    label: 'Panel',
    kind: 'EXTERNAL',
  })
  await importFile(admin, {
    kind: 'TERRITORY',
    name: 'sectors.csv',
    content: territoryCsv(physicians),
    startsOn: opening,
  })
  await importFile(admin, {
    kind: 'HCP',
    name: 'physicians.csv',
    content: directoryCsv(physicians),
    startsOn: opening,
  })
  const force = await settleForce(admin)
  const cycleId = await prepareCycle(force, physicians)
  await sealPlans(force)
  liveOn(run.startsOn)
  await startDueCycles(labId)

  const { hq, networkId } = force
  const byZone = await read(hq, (tx) => publicHolidays(tx, '2025-01-01', '2026-06-30'))
  const holidays = byZone.get('METROPOLE') ?? new Set<string>()
  liveOn(addDays(run.endsOn, 1))
  await importFile(hq, { kind: 'CALL', name: 'calls.csv', content: callsCsv(physicians, holidays), source })
  const sourceId = (await getPortfolio(hq)).sources.find(({ code }) => code === source)?.id ?? ''
  const rows: FigureRow[] = []
  for (const asOf of asOfDays) {
    liveOn(addDays(asOf, 1))
    await settleWatermark(hq, { networkId, sourceId, completeThrough: asOf, commandId: commandId() })
    await computeFollowUp({ labId }, cycleId)
    rows.push(...(await readFigures(hq, cycleId, asOf)))
  }
  return rows
}

import type { Actor } from '#src/contracts/actor.ts'
import type { SaveResult } from '#src/contracts/plan-commands.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import { severalAtATime } from '#src/server/platform/several-at-a-time.ts'
import { bulkRead } from '#src/server/platform/bulk.ts'
import { getPlan } from '#src/server/use-cases/plans/get-plan.ts'
import { listPlans } from '#src/server/use-cases/plans/list-plans.ts'
import { recordApproval } from '#src/server/use-cases/plans/record-approval.ts'
import { recordSubmission } from '#src/server/use-cases/plans/record-submission.ts'
import { returnPlan } from '#src/server/use-cases/plans/return-plan.ts'
import { saveChanges } from '#src/server/use-cases/plans/save-changes.ts'
import { actorOf } from '../driver.ts'
import type { DemoLine } from './calls.ts'
import type { DemoPeople } from './people.ts'
import type { DemoRegion } from './territory.ts'

export type PlanEnd = 'open' | 'edited' | 'submitted' | 'returned' | 'sealed'

const commandId = () => crypto.randomUUID()

/** What a rep does with the proposal: a few visits more or less, two or three removals, each with its reason. */
async function edit(rep: Actor, plan: PlanDto, changes: number): Promise<SaveResult> {
  const random = seededRandom(`plan ${plan.sectorCode}`)
  const visits = plan.lines.filter(
    (line) => line.channel === 'VISITE' && !line.locked && line.theoretical > 0,
  )
  const chosen = random.shuffle(visits).slice(0, changes)
  const versions = (hcpId: string) =>
    Object.fromEntries(
      plan.lines.filter((line) => line.hcpId === hcpId).map((line) => [line.channel, line.version]),
    )
  return saveChanges(rep, {
    id: plan.id,
    commandId: commandId(),
    changes: chosen.map((line, index) => {
      const removed = index % 7 === 6
      const others = plan.lines.filter((one) => one.hcpId === line.hcpId && !one.locked)
      const proposed = line.theoretical + (index % 3 === 0 ? -1 : 1)
      return {
        hcpId: line.hcpId,
        known: versions(line.hcpId),
        contacts: removed
          ? others.map(({ channel }) => ({ channel, proposed: 0 }))
          : [{ channel: line.channel, proposed: Math.min(6, Math.max(1, proposed)) }],
        reason: removed ? 'DEPART' : index % 3 === 0 ? 'POTENTIEL_SURESTIME' : 'POTENTIEL_SOUS_ESTIME',
      }
    }),
  })
}

/** Brings each sector's plan to where `endOf` says, as its lead and the region's manager would; some sectors at a time. */
export async function drivePlans(
  hq: Actor,
  cycleId: string,
  people: DemoPeople,
  regions: readonly DemoRegion[],
  endOf: (sectorCode: string, index: number) => PlanEnd,
): Promise<void> {
  const { items } = await listPlans(hq)
  const bySector = new Map(
    items.filter((one) => one.cycleId === cycleId).map((one) => [one.sectorId, one.id]),
  )
  const sectors = regions.flatMap((region) =>
    region.sectors.map(({ code }) => ({ code, region: region.code })),
  )
  await severalAtATime(2, sectors, async ({ code, region }, index) => {
    const end = endOf(code, index)
    const planId = bySector.get(people.sectorIds.get(code) ?? '')
    const lead = people.leads.get(code)
    if (!planId || !lead || end === 'open') return
    const rep = await actorOf(hq.labId, lead.id)
    const { revision } = await edit(rep, await getPlan(rep, planId), 6 + (index % 9))
    if (end === 'edited') return
    const sent = await recordSubmission(rep, { id: planId, revision, comment: null })
    if (end === 'submitted') return
    const manager = await actorOf(hq.labId, people.managers.get(region)?.id ?? '')
    if (end === 'returned')
      await returnPlan(manager, {
        id: planId,
        commandId: commandId(),
        revision: sent.revision,
        comment: 'Deux retraits parmi vos Piliers : dites pourquoi, ou remettez-les.',
      })
    if (end === 'sealed')
      await recordApproval(manager, { id: planId, revision: sent.revision, comment: null })
  })
}

/** The lines that a cycle's plans commit to, as calls are drawn from them. */
export async function committedLines(hq: Actor, cycleId: string, people: DemoPeople): Promise<DemoLine[]> {
  const rpps = new Map(
    (
      await bulkRead(hq, (bulk) =>
        bulk.query<{ hcp_id: string; value: string }>(
          `SELECT hcp_id, value FROM hcp_identifier WHERE lab_id = $1::uuid AND scheme = 'RPPS'`,
          [hq.labId],
        ),
      )
    ).map(({ hcp_id, value }) => [hcp_id, value]),
  )
  const { items } = await listPlans(hq)
  const lines: DemoLine[] = []
  const ofCycle = items.filter((one) => one.cycleId === cycleId)
  await severalAtATime(2, ofCycle, async (item) => {
    const plan = await getPlan(hq, item.id)
    const rank = new Map(plan.segments.map((segment) => [segment.code, segment.rank]))
    const weight = new Map(plan.channels.map(({ code, weightMilli }) => [code, weightMilli]))
    const sector = plan.sectorCode
    const repEmail = people.leads.get(sector)?.email ?? ''
    for (const line of plan.lines)
      lines.push({
        rpps: rpps.get(line.hcpId) ?? '',
        channel: line.channel,
        goal: line.approved ?? line.proposed,
        maxCredited: line.maxCredited,
        weightMilli: weight.get(line.channel) ?? 0,
        rank: rank.get(line.segment ?? '') ?? 9,
        sector,
        repEmail,
      })
  })
  return lines.toSorted((a, b) => (a.rpps + a.channel < b.rpps + b.channel ? -1 : 1))
}

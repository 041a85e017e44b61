import { randomUUID } from 'node:crypto'
import type { Actor } from '#src/contracts/actor.ts'
import type { CriterionDto } from '#src/contracts/qualification.ts'
import type { CycleDto, CycleSettings } from '#src/contracts/cycles.ts'
import { AppError, type RefusalItem } from '#src/lib/app-error.ts'
import { createCycle } from '#src/server/use-cases/cycles/create-cycle.ts'
import { saveCriterion } from '#src/server/use-cases/qualification/save-criterion.ts'
import { getConfiguration } from '#src/server/use-cases/cycles/get-configuration.ts'
import type { LabFixture } from '../../fixtures/small-lab.ts'

export const actorOf = (lab: LabFixture, who: string): Actor => {
  const actor = (lab.actors as Record<string, Actor>)[who]
  if (!actor) throw new Error(`nobody is called ${who}`)
  return actor
}

export const settingsOf = (
  lab: LabFixture,
  name: string,
  change: Partial<CycleSettings> = {},
): CycleSettings => ({
  name,
  referenceDay: '2026-11-15',
  qualification: { startsOn: '2026-06-01', endsOn: '2026-11-15' },
  engagement: { startsOn: '2026-12-01', endsOn: '2026-12-20' },
  run: { startsOn: '2027-01-01', endsOn: '2027-06-30' },
  graceDays: 10,
  networkIds: [lab.network.id],
  products: lab.products.map(({ id }, index) => ({
    networkId: lab.network.id,
    productId: id,
    rank: index + 1,
    objective: null,
  })),
  channels: [{ channelId: lab.channels.visit.id, weightMilli: 1000, loadMilli: 1000, unitCostCents: 15_000 }],
  ...change,
})

export const newCycle = (
  lab: LabFixture,
  name: string,
  change: Partial<CycleSettings> = {},
): Promise<CycleDto> =>
  createCycle(actorOf(lab, 'hq'), {
    commandId: randomUUID(),
    settings: settingsOf(lab, name, change),
    copyFromId: null,
  })

export const criterion = (code: string, change: Partial<CriterionDto> = {}): CriterionDto => ({
  code,
  kind: 'NUMBER',
  level: 'HCP',
  unit: null,
  labels: { fr: code, en: code },
  help: { fr: '', en: '' },
  required: true,
  minimum: null,
  maximum: null,
  options: [],
  validityMonths: 12,
  sources: ['terrain'],
  ...change,
})

export async function addCriterion(lab: LabFixture, cycleId: string, dto: CriterionDto): Promise<void> {
  const hq = actorOf(lab, 'hq')
  const { version } = await getConfiguration(hq, cycleId)
  await saveCriterion(hq, { id: cycleId, commandId: randomUUID(), version, criterion: dto })
}

/** What a call was answered when it was not what was hoped for: its code, and the reason and items of a refusal. */
export async function answerOf(
  work: Promise<unknown>,
): Promise<{ code: string; reason?: string; items?: string[]; data?: unknown }> {
  try {
    await work
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const data = error.data as { reason?: string; items?: RefusalItem[] } | undefined
    if (error.code !== 'REFUSED') return { code: error.code, ...(data && { data }) }
    return {
      code: error.code,
      ...(data?.reason && { reason: data.reason }),
      items: (data?.items ?? []).map(({ code }) => code),
    }
  }
  return { code: 'OK' }
}

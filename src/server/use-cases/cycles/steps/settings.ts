import { cycleStates, type CycleDto, type CycleSettings } from '#src/contracts/cycles.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { notFound, refused, type RefusalItem } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listCycleOptions } from '../../../repositories/cycle-list-repository.ts'
import { findCycleByName } from '../../../repositories/cycle-repository.ts'

const windows = ['qualification', 'engagement', 'run'] as const

/** Refuses settings that contradict themselves, naming all that is wrong; what the lab does not have is not found. */
export async function assertSettings(
  tx: Tx,
  labId: string,
  settings: CycleSettings,
  cycleId: string | null,
): Promise<void> {
  const items: RefusalItem[] = []
  for (const name of windows) {
    const window = settings[name]
    if (window && window.endsOn < window.startsOn) items.push({ code: `window-reversed-${name}`, params: {} })
  }
  const { qualification, engagement, run, networkIds } = settings
  if (qualification && run && qualification.startsOn >= run.startsOn)
    items.push({ code: 'qualification-after-run', params: {} })
  if (engagement && run && engagement.startsOn >= run.endsOn)
    items.push({ code: 'engagement-after-run', params: {} })
  if (settings.products.some((product) => !networkIds.includes(product.networkId)))
    items.push({ code: 'product-without-network', params: {} })
  const named = await findCycleByName(tx, labId, settings.name)
  if (named && named.id !== cycleId) items.push({ code: 'name-taken', params: { name: settings.name } })
  if (items.length > 0) throw refused('cycle-settings', { count: items.length }, items)

  const options = await listCycleOptions(tx, labId)
  const known = new Set([...options.networks, ...options.products, ...options.channels].map(({ id }) => id))
  const asked = [
    ...networkIds,
    ...settings.products.map(({ productId }) => productId),
    ...settings.channels.map(({ channelId }) => channelId),
  ]
  if (asked.some((id) => !known.has(id))) throw notFound()
}

/** Settings that a published cycle keeps: only its name, the deadline of its engagement and its grace days move. */
const frozen = (cycle: CycleSettings, state: CycleDto['state']) => ({
  referenceDay: cycle.referenceDay,
  qualification: cycle.qualification,
  engagement: state === 'ENGAGEMENT' ? cycle.engagement?.startsOn : cycle.engagement,
  run: cycle.run,
  networkIds: [...cycle.networkIds].toSorted(),
  products: [...cycle.products].toSorted((a, b) =>
    `${a.networkId}${a.productId}` < `${b.networkId}${b.productId}` ? -1 : 1,
  ),
  channels: [...cycle.channels].toSorted((a, b) => (a.channelId < b.channelId ? -1 : 1)),
})

/** Refuses a change of what publication froze, naming each part. */
export function assertNotFrozen(cycle: CycleDto, settings: CycleSettings): void {
  if (cycleStates.indexOf(cycle.state) < cycleStates.indexOf('ENGAGEMENT')) return
  const before = frozen(cycle, cycle.state)
  const after = frozen(settings, cycle.state)
  const moved = Object.keys(before).filter((part) => {
    const name = part as keyof typeof before
    return canonicalJson(before[name] ?? null) !== canonicalJson(after[name] ?? null)
  })
  if (moved.length > 0)
    throw refused(
      'cycle-frozen',
      { count: moved.length },
      moved.map((part) => ({ code: `frozen-${part}`, params: {} })),
    )
}

import type {
  CycleChannelInput,
  CycleDto,
  CycleOptions,
  CycleSettings,
  CycleWindow,
} from '#src/contracts/cycles.ts'

/** A window while it is typed: either day may be missing. */
export type WindowDraft = { startsOn: string; endsOn: string }
export type WindowName = 'qualification' | 'engagement' | 'run'

/** Settings while they are typed; products by network, in their order. */
export type SettingsDraft = {
  name: string
  referenceDay: string
  windows: Record<WindowName, WindowDraft>
  graceDays: number
  networkIds: string[]
  products: Record<string, string[]>
  channels: CycleChannelInput[]
}

const draftWindow = (window: CycleWindow | null): WindowDraft => window ?? { startsOn: '', endsOn: '' }

/** Usual weights and loads of a channel, thousandths, by its kind. */
const usual: Record<string, Pick<CycleChannelInput, 'weightMilli' | 'loadMilli'>> = {
  VISIT: { weightMilli: 1000, loadMilli: 1000 },
  REMOTE: { weightMilli: 1000, loadMilli: 500 },
  PHONE: { weightMilli: 500, loadMilli: 300 },
  EMAIL: { weightMilli: 250, loadMilli: 0 },
  SMS: { weightMilli: 100, loadMilli: 0 },
  EVENT: { weightMilli: 1000, loadMilli: 500 },
}

export const usualChannel = (channelId: string, kind: string): CycleChannelInput => ({
  channelId,
  ...(usual[kind] ?? { weightMilli: 1000, loadMilli: 1000 }),
  unitCostCents: 0,
})

export function draftOf(cycle: CycleSettings): SettingsDraft {
  const byNetwork = cycle.networkIds.map((networkId) => [
    networkId,
    cycle.products
      .filter((product) => product.networkId === networkId)
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ productId }) => productId),
  ])
  return {
    name: cycle.name,
    referenceDay: cycle.referenceDay ?? '',
    windows: {
      qualification: draftWindow(cycle.qualification),
      engagement: draftWindow(cycle.engagement),
      run: draftWindow(cycle.run),
    },
    graceDays: cycle.graceDays,
    networkIds: cycle.networkIds,
    products: Object.fromEntries(byNetwork),
    channels: cycle.channels,
  }
}

/** A new cycle: the only network where there is one, the first channel. */
export function blankDraft(options: CycleOptions): SettingsDraft {
  const [network, another] = options.networks
  const channel = options.channels.find(({ kind }) => kind === 'VISIT') ?? options.channels[0]
  return draftOf({
    name: '',
    referenceDay: null,
    qualification: null,
    engagement: null,
    run: null,
    graceDays: 15,
    networkIds: network && !another ? [network.id] : [],
    products: [],
    channels: channel ? [usualChannel(channel.id, channel.kind)] : [],
  })
}

const windowOf = ({ startsOn, endsOn }: WindowDraft): CycleWindow | null =>
  startsOn && endsOn ? { startsOn, endsOn } : null

/** What is sent. Objectives of products are not typed here and stay as they were. */
export function settingsOf(draft: SettingsDraft, before: CycleDto | null): CycleSettings {
  const objective = (networkId: string, productId: string) =>
    before?.products.find((one) => one.networkId === networkId && one.productId === productId)?.objective ??
    null
  return {
    name: draft.name.trim(),
    referenceDay: draft.referenceDay || null,
    qualification: windowOf(draft.windows.qualification),
    engagement: windowOf(draft.windows.engagement),
    run: windowOf(draft.windows.run),
    graceDays: draft.graceDays,
    networkIds: draft.networkIds,
    products: draft.networkIds.flatMap((networkId) =>
      (draft.products[networkId] ?? []).map((productId, index) => ({
        networkId,
        productId,
        rank: index + 1,
        objective: objective(networkId, productId),
      })),
    ),
    channels: draft.channels,
  }
}

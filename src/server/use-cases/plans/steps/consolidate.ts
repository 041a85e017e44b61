import type { PlanLineup, PlanOverview } from '#src/contracts/plan-overview.ts'
import { planHcps } from '#src/engine/index.ts'
import type { Lined } from './lineup.ts'

type Pair = PlanLineup['contacts']

const sum = (pairs: readonly Pair[]): Pair => ({
  theoretical: pairs.reduce((total, pair) => total + pair.theoretical, 0),
  proposed: pairs.reduce((total, pair) => total + pair.proposed, 0),
})
const total = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** Theory against commitment, region by region. */
export function byRegion(plans: readonly Lined[]): PlanOverview['regions'] {
  const groups = new Map<string, PlanLineup[]>()
  for (const { lineup } of plans)
    groups.set(lineup.regionId, [...(groups.get(lineup.regionId) ?? []), lineup])
  return [...groups].map(([key, own]) => ({
    key,
    name: own[0]?.regionName ?? '',
    sectors: own.length,
    sent: own.filter(({ state }) => state === 'SUBMITTED' || state === 'APPROVED' || state === 'SEALED')
      .length,
    sealed: own.filter(({ state }) => state === 'SEALED').length,
    late: own.filter(({ late }) => late).length,
    targets: sum(own.map(({ targets }) => targets)),
    contacts: sum(own.map(({ contacts }) => contacts)),
    changes: total(own.map(({ changes }) => changes)),
  }))
}

type Segment = Pick<PlanOverview['segments'][number], 'code' | 'name' | 'rank' | 'colour'>

/** Theory against commitment, segment by segment, over all the plans in reach. */
export function bySegment(plans: readonly Lined[], segments: readonly Segment[]): PlanOverview['segments'] {
  const targets = new Map<string, Pair>()
  for (const { plan } of plans)
    for (const hcp of planHcps(plan)) {
      const pair = targets.get(hcp.segment ?? '') ?? { theoretical: 0, proposed: 0 }
      if (hcp.lines.some(({ theoretical }) => theoretical > 0)) pair.theoretical += 1
      if (hcp.lines.some((line) => committed(line) > 0)) pair.proposed += 1
      targets.set(hcp.segment ?? '', pair)
    }
  return segments.flatMap((segment) => {
    const own = plans.flatMap(({ synthesis }) =>
      synthesis.segments.filter((one) => one.segment === segment.code),
    )
    if (own.length === 0) return []
    return {
      ...segment,
      targets: targets.get(segment.code) ?? { theoretical: 0, proposed: 0 },
      contacts: sum(own),
      changes: total(own.map(({ changes }) => changes)),
    }
  })
}

type EngineLine = Lined['plan']['lines'][number]
const committed = (line: EngineLine) =>
  line.decision === 'REFUSED' && !line.locked ? line.theoretical : line.proposed

/** Changed professionals by the reason given, most frequent first; what the manager refused is left out. */
export function byReason(
  plans: readonly Lined[],
  labels: ReadonlyMap<string, string>,
): PlanOverview['reasons'] {
  const reasons = new Map<string | null, PlanOverview['reasons'][number]>()
  for (const { plan } of plans)
    for (const { change } of planHcps(plan)) {
      if (!change || change.decision === 'REFUSED') continue
      const code = change.reason
      const row = reasons.get(code) ?? {
        code,
        label: code === null ? null : (labels.get(code) ?? code),
        changes: 0,
        contactsDelta: 0,
        kinds: { addition: 0, removal: 0, frequency: 0, channel: 0 },
      }
      row.changes += 1
      row.contactsDelta += change.contactsDelta
      row.kinds[change.kind] += 1
      reasons.set(code, row)
    }
  return [...reasons.values()].toSorted(
    (left, right) => right.changes - left.changes || (left.code ?? '').localeCompare(right.code ?? ''),
  )
}

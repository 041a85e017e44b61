import {
  planHcps,
  type HcpChange,
  type LimitBreach,
  type PlanLine,
  type SectorPlan,
} from '#src/engine/index.ts'
import type { PlanHcpDto } from '#src/contracts/plan-document.ts'

/** One professional of a plan, as a line of the screen. */
export type PlanRow = {
  hcp: PlanHcpDto
  lines: readonly PlanLine[]
  /** On the first channel, which the stepper moves; null = no line there yet. */
  main: PlanLine | null
  theoretical: number
  proposed: number
  change: HcpChange | null
  /** Nothing of it can be changed. */
  locked: boolean
  /** What a limit refused a moment ago, and what was asked. */
  refusal: { breaches: readonly LimitBreach[]; asked: number | null } | null
  reasonMissing: boolean
}

export type Refusals = ReadonlyMap<string, NonNullable<PlanRow['refusal']>>

type Ground = { people: ReadonlyMap<string, PlanHcpDto>; refusals: Refusals; reasonRequired: boolean }

const isGone = (row: PlanRow) =>
  row.refusal === null && row.lines.every((line) => line.theoretical === 0 && line.proposed === 0)

/** Rows of the hcps of a plan in the order given; those that were added and taken out again are left out. */
export function planRows(
  plan: Pick<SectorPlan, 'lines' | 'channels'>,
  order: readonly string[],
  { people, refusals, reasonRequired }: Ground,
): PlanRow[] {
  const first = plan.channels[0]?.code
  const byId = new Map(planHcps(plan).map((hcp) => [hcp.hcpId, hcp]))
  return order.flatMap((hcpId) => {
    const known = byId.get(hcpId)
    const hcp = people.get(hcpId)
    if (!known || !hcp) return []
    const main = known.lines.find(({ channel }) => channel === first) ?? null
    const row: PlanRow = {
      hcp,
      lines: known.lines,
      main,
      theoretical: main?.theoretical ?? 0,
      proposed: main?.proposed ?? 0,
      change: known.change,
      locked: known.lines.every(({ locked }) => locked),
      refusal: refusals.get(hcpId) ?? null,
      reasonMissing:
        reasonRequired &&
        known.change !== null &&
        known.change.decision !== 'REFUSED' &&
        !known.change.reason,
    }
    return isGone(row) ? [] : row
  })
}

export const planFilters = ['all', 'changes', 'toDecide', 'refused', 'missing'] as const
export type PlanFilterKey = (typeof planFilters)[number]

const holds: Record<PlanFilterKey, (row: PlanRow) => boolean> = {
  all: () => true,
  changes: ({ change }) => change !== null,
  toDecide: ({ change }) => change?.decision === 'TO_DECIDE',
  refused: ({ change, refusal }) => refusal !== null || change?.decision === 'REFUSED',
  missing: ({ reasonMissing }) => reasonMissing,
}

export const countRows = (rows: readonly PlanRow[]): Record<PlanFilterKey, number> => ({
  all: rows.length,
  changes: rows.filter(holds.changes).length,
  toDecide: rows.filter(holds.toDecide).length,
  refused: rows.filter(holds.refused).length,
  missing: rows.filter(holds.missing).length,
})

const folded = (text: string) =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')

/** Rows of a chip whose name, place or specialty holds every word typed. */
export function filterRows(rows: readonly PlanRow[], filter: PlanFilterKey, text: string): PlanRow[] {
  const words = folded(text).split(/\s+/).filter(Boolean)
  return rows.filter((row) => {
    if (!holds[filter](row)) return false
    if (words.length === 0) return true
    const { name, commune, specialty, postalCode } = row.hcp
    const hay = folded([name, commune, specialty, postalCode].filter(Boolean).join(' '))
    return words.every((word) => hay.includes(word))
  })
}

import type { Actor } from '#src/contracts/actor.ts'
import { addDays } from '#src/lib/calendar.ts'
import { getFollowUp } from '#src/server/use-cases/follow-up/get-follow-up.ts'
import { importFile } from '../driver.ts'
import type { DemoCalendar } from './calendar.ts'
import { callsCsv } from './calls.ts'
import type { DemoHcp } from './hcps.ts'
import type { DemoPeople } from './people.ts'
import { committedLines } from './plans.ts'

// What each sector has earned of what its gone capacity asks for. The others keep their plan, more or less ahead.
const late: Readonly<Record<string, number>> = {
  S01: 0.855,
  S03: 0.74,
  S04: 0.85,
  N06: 0.82,
  O02: 0.86,
  E06: 0.85,
  S06: 0.2,
}
const ahead: Readonly<Record<string, number>> = { S08: 1.24, N03: 1.22, E10: 1.26 }

/** A number of its own for each sector, in 0 … 1, the same every day. */
const spread = (sector: string) => ((sector.charCodeAt(0) * 7 + Number(sector.slice(1)) * 13) % 17) / 16

const paceOf = (sector: string): number => late[sector] ?? ahead[sector] ?? 0.96 + 0.1 * spread(sector)

/**
 * The calls of the window before the running cycle, in which plans were kept at 95 % or so, and of the cycle so far: each
 * sector where its story says against what follow-up expects of it today. Two files, as the CRM would send them.
 */
export async function realise(
  hq: Actor,
  cycleId: string,
  people: DemoPeople,
  hcps: readonly DemoHcp[],
  { today, running }: DemoCalendar,
): Promise<void> {
  const start = running.run?.startsOn ?? today
  const yesterday = addDays(today, -1)
  const lines = await committedLines(hq, cycleId, people)
  const { sectors } = await getFollowUp(hq, { id: cycleId })
  const expected = new Map(
    sectors.map(({ code, figures: { adjusted, raw } }) => [
      code,
      (adjusted.expectedBps ?? raw.expectedBps ?? 0) / 10_000,
    ]),
  )
  const committed = new Set(lines.map(({ rpps }) => rpps))
  const others = new Map<string, string[]>()
  for (const { rpps, sector, visitRule, opposition } of hcps)
    if (!committed.has(rpps) && visitRule === 'libre' && !opposition)
      others.set(sector, [...(others.get(sector) ?? []), rpps])
  const before = callsCsv(lines, {
    from: addDays(start, -126),
    until: addDays(start, -1),
    shareOf: (sector) => 0.9 + 0.1 * spread(sector),
    others,
    wave: 'P',
  })
  const calls = callsCsv(lines, {
    from: start,
    until: yesterday,
    shareOf: (sector) => (expected.get(sector) ?? 0) * paceOf(sector),
    others,
    wave: 'C',
  })
  const source = 'CRM'
  await Promise.all([
    importFile(hq, { kind: 'CALL', name: 'visites-cycle-precedent.csv', content: before, source }),
    importFile(hq, { kind: 'CALL', name: 'visites.csv', content: calls, source, completeThrough: yesterday }),
  ])
}

import { createPlanEditor } from '#src/client/plans/plan-editor.ts'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import { seededRandom } from '#src/lib/seeded-random.ts'
import type { Bench } from './bench.ts'
import { limitLine } from './lines.ts'
import { repeat } from './measure.ts'

const hcps = 200
const channels = ['VISITE', 'TELEPHONE'] as const
const segments = ['s1', 's2', 's3', 's4', 's5'] as const

/** An open plan of 200 hcps on two channels: 400 lines, 15 % of changes allowed. */
function plan(): PlanDto {
  const random = seededRandom('bench plan')
  const people = Array.from({ length: hcps }, (_, index) => ({
    hcpId: `h${String(index).padStart(3, '0')}`,
    segment: segments[index % segments.length] ?? 's1',
  }))
  return {
    id: 'p',
    cycleId: 'y',
    cycleName: '2026-C1',
    cycleState: 'ENGAGEMENT',
    sectorId: 's',
    sectorCode: 'S',
    sectorName: 'Sector',
    regionName: 'Region',
    lead: null,
    number: 1,
    state: 'OPEN',
    revision: 1,
    timeZone: 'Europe/Paris',
    readAt: '2026-04-15T08:00:00.000Z',
    today: '2026-04-15',
    closesOn: '2026-04-30',
    deadlineAt: null,
    atDeadline: 'theory',
    run: { startsOn: '2026-05-01', endsOn: '2026-08-31' },
    previousCycle: null,
    capacityMilli: 700_000,
    channels: channels.map((code, index) => ({
      code,
      name: code,
      kind: index === 0 ? 'VISIT' : 'PHONE',
      weightMilli: index === 0 ? 1000 : 500,
      loadMilli: index === 0 ? 1000 : 300,
    })),
    segments: segments.map((code, index) => ({ code, name: code, rank: index + 1, colour: '#335577' })),
    limits: {
      deadline: { mode: 'refuse' },
      frequency: { minimum: 1, maximum: 12, mode: 'refuse' },
      changes: { maximum: null, maximumShareBps: 9000, mode: 'refuse' },
      reasonRequired: true,
      atDeadline: 'theory',
    },
    forecast: {
      prior: { alpha: 1.3, beta: 1.3 },
      elapsed: 0,
      memory: 1,
      memoryMilli: 500,
      keepBps: 9500,
      amberBps: 6000,
      redBps: 3000,
      workedDays: 80,
    },
    reasons: [],
    lines: people.flatMap(({ hcpId, segment }) =>
      channels.map((channel) => {
        const theoretical = 1 + random.integer(6)
        return {
          hcpId,
          channel,
          segment,
          origin: 'PROPOSED' as const,
          theoretical,
          proposed: theoretical,
          approved: null,
          maxCredited: theoretical + 2,
          reason: null,
          comment: null,
          decision: 'NONE' as const,
          decisionComment: null,
          locked: false,
          done: 0,
          version: 1,
        }
      }),
    ),
    hcps: people.map(({ hcpId, segment }) => ({
      hcpId,
      name: `Dr ${hcpId}`,
      shortName: `Dr ${hcpId}`,
      specialty: null,
      commune: null,
      postalCode: null,
      segment,
      lastOn: null,
      previousDone: 0,
      previousGoal: null,
      priorDone: [{ channel: channels[0], contacts: random.integer(5) }],
      lock: null,
      creditCaps: [],
    })),
    constraints: [],
    events: [],
    seal: null,
    rights: { edit: true, submit: true, decide: false },
  }
}

/** From a figure typed on a line to everything that the screen then shows: limits, synthesis, chance, rows. */
export const planKeystrokeBench: Bench = {
  name: 'plan-keystroke',
  database: false,
  run: async () => {
    const editor = createPlanEditor(plan(), () => {})
    const random = seededRandom('bench keys')
    const key = () => {
      const hcpId = `h${String(random.integer(hcps)).padStart(3, '0')}`
      const channel = channels[random.integer(2)] ?? channels[0]
      const contacts = [{ channel, proposed: 1 + random.integer(8) }]
      editor.ask([{ hcpId, contacts, reason: 'POTENTIEL', comment: null }])
    }
    const times = await repeat(key, { warmUps: 200, repetitions: 500 })
    return [
      limitLine('plan of 400 lines, one keystroke → limits, synthesis, P(kept), rows (in Node)', times, 4),
    ]
  },
}

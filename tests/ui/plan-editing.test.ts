import { describe, expect, test, vi } from 'vitest'
import { createPlanEditor } from '#src/client/plans/plan-editor.ts'
import { countRows, filterRows } from '#src/client/plans/plan-rows.ts'
import { SaveQueue } from '#src/client/plans/save-queue.ts'
import type { SaveResult } from '#src/contracts/plan-commands.ts'
import type { PlanDto, PlanHcpDto, PlanLineDto } from '#src/contracts/plan-document.ts'

const id = (number: number) => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`

const line = (number: number, theoretical: number): PlanLineDto => ({
  hcpId: id(number),
  channel: 'visite',
  segment: 'A',
  origin: 'PROPOSED',
  theoretical,
  proposed: theoretical,
  approved: null,
  maxCredited: theoretical + 2,
  reason: null,
  comment: null,
  decision: 'NONE',
  decisionComment: null,
  locked: false,
  done: 0,
  version: 1,
})
const hcp = (number: number): PlanHcpDto => ({
  hcpId: id(number),
  name: `Dr Élise Nom${number}`,
  shortName: `Dr Nom${number}`,
  specialty: 'Cardiologie',
  commune: number % 2 === 0 ? 'Saint-Denis' : 'Orléans',
  postalCode: null,
  segment: 'A',
  lastOn: null,
  previousDone: 0,
  previousGoal: null,
  priorDone: [{ channel: 'visite', contacts: 3 }],
  lock: null,
  creditCaps: [],
})
const numbers = [1, 2, 3, 4]
const plan: PlanDto = {
  id: id(100),
  cycleId: id(101),
  cycleName: 'Cycle',
  cycleState: 'ENGAGEMENT',
  sectorId: id(102),
  sectorCode: 'S1',
  sectorName: 'Secteur',
  regionName: 'Région',
  lead: null,
  number: 1,
  state: 'OPEN',
  revision: 1,
  timeZone: 'Europe/Paris',
  readAt: '2026-06-10T10:00:00Z',
  today: '2026-06-10',
  closesOn: '2026-06-19',
  deadlineAt: '2026-06-19T21:59:00Z',
  atDeadline: 'theory',
  run: null,
  previousCycle: null,
  capacityMilli: 20_000,
  channels: [
    { code: 'visite', name: 'Visite', kind: 'VISIT', weightMilli: 1000, loadMilli: 1000 },
    { code: 'distance', name: 'À distance', kind: 'REMOTE', weightMilli: 1000, loadMilli: 500 },
  ],
  segments: [{ code: 'A', name: 'Piliers', rank: 1, colour: '#0b7285' }],
  limits: {
    deadline: { mode: 'refuse' },
    frequency: { minimum: 1, maximum: 6, mode: 'refuse' },
    changes: { maximum: 2, maximumShareBps: null, mode: 'refuse' },
    reasonRequired: true,
    atDeadline: 'theory',
  },
  forecast: {
    prior: { alpha: 4, beta: 4 },
    elapsed: 0,
    memory: 1,
    memoryMilli: 200,
    keepBps: 9000,
    amberBps: 6000,
    redBps: 2500,
    workedDays: 60,
  },
  reasons: [],
  lines: numbers.map((number) => line(number, 3)),
  hcps: numbers.map(hcp),
  constraints: [],
  events: [],
  seal: null,
  rights: { edit: true, submit: true, decide: false },
}
const to = (number: number, proposed: number) => ({
  hcpId: id(number),
  contacts: [{ channel: 'visite', proposed }],
})
const rowOf = (editor: ReturnType<typeof createPlanEditor>, number: number) =>
  editor.getState().rows.find((row) => row.hcp.hcpId === id(number))

describe('the editor of a plan', () => {
  test('answers at once, moves the synthesis and the chance, and takes a step back', () => {
    const kept = vi.fn()
    const editor = createPlanEditor(plan, kept)
    const before = editor.getState().probability ?? 0
    editor.ask([to(1, 5)])
    expect(rowOf(editor, 1)).toMatchObject({ proposed: 5, reasonMissing: true })
    expect(editor.getState().synthesis).toMatchObject({ changes: 1, proposed: { contacts: 14 } })
    const after = editor.getState().probability ?? 0
    expect(after).toBeLessThan(before)
    expect(editor.getState().lastMove).toMatchObject({ hcpIds: [id(1)], from: 3, to: 5 })
    expect(editor.getState().lastMove?.points).toBeCloseTo((after - before) * 100, 10)
    editor.undo()
    expect(rowOf(editor, 1)).toMatchObject({ proposed: 3, change: null })
    expect(editor.getState().probability).toBeCloseTo(before, 12)
    expect(kept).toHaveBeenCalledTimes(2)
  })

  test('a refusal moves nothing, is told on its line, and goes away with the next answer', () => {
    const kept = vi.fn()
    const editor = createPlanEditor(plan, kept)
    editor.ask([to(2, 9)])
    expect(rowOf(editor, 2)).toMatchObject({ proposed: 3, refusal: { asked: 9 } })
    expect(countRows(editor.getState().rows).refused).toBe(1)
    expect(kept).not.toHaveBeenCalled()
    editor.ask([to(2, 4)])
    expect(rowOf(editor, 2)).toMatchObject({ proposed: 4, refusal: null })
  })

  test('in bulk each is answered on the plan that the ones before it left', () => {
    const editor = createPlanEditor(plan, () => {})
    const answers = editor.ask([to(1, 4), to(2, 4), to(3, 4)])
    expect(answers.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted', 'refused'])
    editor.undo()
    expect(editor.getState().synthesis.changes).toBe(0)
  })

  test('somebody added and taken out again is no longer on the list', () => {
    const editor = createPlanEditor(plan, () => {})
    editor.welcome({ ...hcp(9), constraint: null })
    editor.ask([to(9, 1)])
    expect(rowOf(editor, 9)?.change?.kind).toBe('addition')
    editor.ask([to(9, 0)])
    expect(rowOf(editor, 9)).toBeUndefined()
  })

  test('lines that somebody else moved replace what was typed, and are told', () => {
    const editor = createPlanEditor(plan, () => {})
    editor.ask([to(1, 5)])
    const theirs = { ...line(1, 3), proposed: 2, version: 2 }
    editor.takeResult(
      {
        saved: [],
        conflicts: [{ hcpId: id(1), by: 'Camille', at: '2026-06-10T09:00:00Z', lines: [theirs] }],
        revisionBefore: 2,
        revision: 2,
        savedAt: '2026-06-10T10:00:00Z',
      },
      new Set(),
    )
    expect(rowOf(editor, 1)?.proposed).toBe(2)
    expect(editor.knownOf(id(1))).toEqual({ visite: 2 })
    expect(editor.getState().conflicts).toMatchObject([{ by: 'Camille' }])
  })

  test('rows are found by name or place, without accents', () => {
    const { rows } = createPlanEditor(plan, () => {}).getState()
    expect(filterRows(rows, 'all', 'orleans nom3').map(({ hcp: { name } }) => name)).toEqual([
      'Dr Élise Nom3',
    ])
  })
})

const answerOf = (revision: number): SaveResult => ({
  saved: [],
  conflicts: [],
  revisionBefore: revision - 1,
  revision,
  savedAt: '2026-06-10T10:00:00Z',
})

function queueOf(send: ConstructorParameters<typeof SaveQueue>[0]['send']) {
  const kept = new Map<string, string>()
  const statuses: string[] = []
  const make = () =>
    new SaveQueue({
      storage: {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => void kept.set(key, value),
        removeItem: (key) => void kept.delete(key),
      },
      key: 'plan',
      send,
      knownOf: () => ({ visite: 1 }),
      onResult: () => {},
      onStatus: ({ kind }) => statuses.push(kind),
      onRefused: () => statuses.push('told'),
      isRefusal: (error) => error instanceof RangeError,
      now: () => '2026-06-10T10:00:00Z',
    })
  return { make, kept, statuses }
}

describe('the queue that saves', () => {
  test('what one target was asked last is what leaves, in one batch', async () => {
    const send = vi.fn(() => Promise.resolve(answerOf(2)))
    const { make, statuses } = queueOf(send)
    const queue = make()
    queue.add(to(1, 4))
    queue.add({ hcpId: id(1), contacts: [], reason: 'motif' })
    queue.add(to(1, 5))
    expect(await queue.flush()).toBe(true)
    expect(send).toHaveBeenCalledTimes(1)
    expect(send).toHaveBeenCalledWith(
      expect.objectContaining({ changes: [{ ...to(1, 5), known: { visite: 1 }, reason: 'motif' }] }),
    )
    expect(statuses).toEqual(['saving', 'saved'])
  })

  test('through a cut network the same batch leaves again, even from another page', async () => {
    const sent: string[] = []
    let down = true
    const { make, kept, statuses } = queueOf((batch) => {
      sent.push(batch.commandId)
      return down ? Promise.reject(new TypeError('network')) : Promise.resolve(answerOf(2))
    })
    const queue = make()
    queue.add(to(1, 4))
    expect(await queue.flush()).toBe(false)
    queue.stop()
    expect(statuses.at(-1)).toBe('waiting')
    down = false
    const later = make()
    expect(later.leftover()).toMatchObject([{ hcpId: id(1), change: { contacts: { visite: 4 } } }])
    expect(await later.flush()).toBe(true)
    expect(new Set(sent).size).toBe(1)
    expect(kept.size).toBe(0)
  })

  test('what the server refuses is told and does not block what follows', async () => {
    let first = true
    const { make, statuses } = queueOf(() => {
      const refused = first
      first = false
      return refused ? Promise.reject(new RangeError('no')) : Promise.resolve(answerOf(2))
    })
    const queue = make()
    queue.add(to(1, 4))
    await queue.flush()
    queue.add(to(2, 4))
    expect(await queue.flush()).toBe(true)
    expect(statuses).toEqual(['saving', 'failed', 'told', 'saving', 'saved'])
  })
})

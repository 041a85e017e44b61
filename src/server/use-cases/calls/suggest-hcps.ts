import type { Actor } from '#src/contracts/actor.ts'
import type { SuggestionDto } from '#src/contracts/calls.ts'
import { addDays, daysBetween } from '#src/lib/calendar.ts'
import { clock } from '../../platform/clock.ts'
import { snapshot, type Tx } from '../../platform/transaction.ts'
import { listOpenAlertIds } from '../../repositories/alert-read-repository.ts'
import { listCalls, type CallRow } from '../../repositories/call-repository.ts'
import { findSectorHcps, listCautions, type CallTarget } from '../../repositories/call-target-repository.ts'
import { sectorWayOut } from '../alerts/steps/sector-way-out.ts'
import { readPerimeter } from '../follow-up/steps/read-perimeter.ts'
import { callGround, standings, type CallGround } from './steps/call-ground.ts'
import { warningsOf } from './steps/call-rules.ts'
import { cycleCap } from './steps/cycle-cap.ts'

type Input = { q: string; hcpId?: string | undefined }
type Candidate = {
  hcpId: string
  sectorId: string
  name: string
  specialty: string | null
  commune: string | null
}

const shown = 8
const found = 20
const firstShown = 3
/** A planned call that was not told of is still proposed for this long. */
const overdueDays = 7

/** Contacts that the hcp is behind, had they been spread evenly over the days of the run. */
function behind({ goal, done }: CallTarget, ground: CallGround): number {
  const [cycle] = ground.cycles
  if (!cycle) return 0
  const gone = daysBetween(cycle.startsOn, ground.today) + 1
  return (goal * gone) / (daysBetween(cycle.startsOn, cycle.endsOn) + 1) - done
}

/** Who brings most, where the sector has an alert: the first of its way out. */
async function firstOfWayOut(tx: Tx, actor: Actor, ground: CallGround): Promise<Set<string>> {
  const first = new Set<string>()
  for (const { id } of ground.cycles) {
    const alerts = await listOpenAlertIds(tx, actor.labId, id)
    for (const sector of ground.sectors.filter((one) => alerts.has(one.id))) {
      const reading = await readPerimeter(tx, actor, { id, sectorId: sector.id })
      const row = reading.input.forces.findIndex(({ sectorId }) => sectorId === sector.id)
      if (reading.input.lines.goal.length === 0) continue
      const { out } = await sectorWayOut(tx, actor.labId, reading, row)
      for (const { hcp } of out.batches[0]?.contacts.slice(0, firstShown) ?? [])
        first.add(reading.input.hcpIds[hcp] ?? '')
    }
  }
  return first
}

function hintOf(
  target: CallTarget | undefined,
  planned: CallRow | undefined,
  isFirst: boolean,
  ground: CallGround,
): SuggestionDto['hint'] {
  if (planned) return 'planned'
  if (!target) return 'outside'
  if (target.done >= target.goal) return 'reached'
  if (isFirst) return 'first'
  if (target.done === 0) return 'never'
  return behind(target, ground) >= 1 ? 'late' : 'due'
}

const rank: Record<SuggestionDto['hint'], number> = {
  planned: 0,
  first: 1,
  late: 2,
  never: 2,
  due: 3,
  reached: 4,
  outside: 5,
}

/**
 * Whom a call may be about, in the actor's own sectors: planned for today, first of the way out, most behind; or whoever
 * answers to what is typed.
 */
export const suggestHcps = (actor: Actor, input: Input): Promise<{ items: SuggestionDto[] }> =>
  snapshot(actor, async (tx) => {
    const { labId, sectorIds } = actor
    const ground = await callGround(tx, labId, sectorIds)
    const { today } = ground
    const words = input.q.trim().split(/\s+/).filter(Boolean)
    const isAsked = words.length > 0 || input.hcpId !== undefined
    const searched = isAsked
      ? await findSectorHcps(tx, labId, sectorIds, today, {
          words,
          hcpIds: input.hcpId ? [input.hcpId] : null,
          limit: found,
        })
      : []
    const targets = await standings(tx, labId, ground, isAsked ? searched.map(({ hcpId }) => hcpId) : null)
    const window = { from: addDays(today, -overdueDays), to: today, outcome: 'PLANNED' as const }
    const page = { after: null, limit: 50, day: today }
    const planned = await listCalls(tx, labId, window, { kind: 'sectors', sectorIds }, page)
    const plannedBy = new Map(planned.map((call) => [call.hcpId, call]))
    const first = isAsked ? new Set<string>() : await firstOfWayOut(tx, actor, ground)

    const candidates = new Map<string, Candidate>()
    for (const one of [...searched, ...(isAsked ? [] : [...planned, ...targets.values()])])
      if (!candidates.has(one.hcpId)) candidates.set(one.hcpId, one)
    const at = { today, now: clock.now() }
    const cautions = new Map(
      (await listCautions(tx, labId, [...candidates.keys()], at)).map((row) => [row.hcpId, row]),
    )
    const cap = await cycleCap(tx, labId, ground.cycles[0]?.id)
    const ranked = [...candidates.values()]
      .map((one) => {
        const target = targets.get(`${one.sectorId} ${one.hcpId}`)
        const call = plannedBy.get(one.hcpId)
        const hint = hintOf(target, call, first.has(one.hcpId), ground)
        const warnings = warningsOf(cautions.get(one.hcpId), null, cap)
        // Who may not be met is found when asked for, never proposed.
        const place = warnings.length > 0 && !call ? Infinity : rank[hint]
        return { one, target, call, hint, warnings, place, late: target ? behind(target, ground) : -Infinity }
      })
      .filter(({ place }) => isAsked || place < Infinity)
      .sort(
        (a, b) =>
          (isAsked ? 0 : a.place - b.place) ||
          (isAsked ? 0 : b.late - a.late) ||
          (a.one.hcpId < b.one.hcpId ? -1 : 1),
      )
      .slice(0, isAsked ? found : shown)
    return {
      items: ranked.map(({ one, target, call, hint, warnings }) => ({
        hcpId: one.hcpId,
        sectorId: one.sectorId,
        name: one.name,
        specialty: one.specialty,
        commune: one.commune,
        segment: target?.segment ?? null,
        hint,
        planned: call
          ? { id: call.id, version: call.version, time: call.time, channelId: call.channelId }
          : null,
        standing: target ? { done: target.done, goal: target.goal } : null,
        productIds: target?.productIds ?? [],
        warnings,
      })),
    }
  })

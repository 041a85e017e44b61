import type { CycleLine, CycleState, RibbonStep, StepFigure, StepKey } from '#src/contracts/cycles.ts'
import { cycleStates, stepFigureSchema, stepKeys } from '#src/contracts/cycles.ts'
import type { CycleHead } from '../../../repositories/cycle-list-repository.ts'
import type { CycleFigures } from '../../../repositories/cycle-figures-repository.ts'

/** Answers present of answers required. */
export type Qualified = { required: number; present: number }

const clamp = (bps: number) => Math.max(0, Math.min(10_000, Math.round(bps)))
const shareBps = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 10_000) : 0)

const single = (kind: StepFigure['kind'], value: number): StepFigure => ({ kind, value, total: null })

/** The figure of each step; null where nothing is known yet. */
export function stepFigures(
  stored: CycleFigures,
  qualified: Qualified | null,
): Record<StepKey, StepFigure | null> {
  const { segments, targets, loadMilli, capacityMilli, plans, sealed, follow } = stored
  return {
    qualification:
      qualified && qualified.required > 0
        ? single('qualified', shareBps(qualified.present, qualified.required))
        : null,
    segmentation: segments > 0 ? single('segments', segments) : null,
    strategy: capacityMilli > 0 ? single('capacity', shareBps(loadMilli, capacityMilli)) : null,
    targeting: targets > 0 ? single('targets', targets) : null,
    engagement: plans > 0 ? { kind: 'sealed', value: sealed, total: plans } : null,
    followUp:
      follow && follow.goalMilli > 0
        ? single('attainment', shareBps(follow.earnedMilli, follow.goalMilli))
        : null,
  }
}

/** First and last state in which a step is the current one. */
const spans: Record<StepKey, readonly [CycleState, CycleState]> = {
  qualification: ['DRAFT', 'QUALIFICATION'],
  segmentation: ['SEGMENTATION', 'SEGMENTATION'],
  strategy: ['STRATEGY', 'STRATEGY'],
  targeting: ['STRATEGY', 'STRATEGY'],
  engagement: ['ENGAGEMENT', 'ENGAGEMENT'],
  followUp: ['RUNNING', 'RUNNING'],
}

const position = (state: CycleState) => cycleStates.indexOf(state)

function stateOf(key: StepKey, state: CycleState): RibbonStep['state'] {
  const [first, last] = spans[key]
  if (position(state) < position(first)) return 'locked'
  return position(state) > position(last) ? 'done' : 'current'
}

function dayOf(key: StepKey, head: CycleHead, done: boolean): string | null {
  const left = head.leftOn[spans[key][1]] ?? null
  switch (key) {
    case 'qualification':
      return done ? (left ?? head.qualificationEndsOn) : head.qualificationEndsOn
    case 'segmentation':
    case 'strategy':
      return done ? left : null
    case 'targeting':
      return done ? left : head.engagementStartsOn
    case 'engagement':
      return head.engagementEndsOn
    case 'followUp':
      return stateOf(key, head.state) === 'locked' ? head.runStartsOn : head.runEndsOn
  }
}

function progressOf(state: RibbonStep['state'], figure: StepFigure | null): number {
  if (state === 'done') return 10_000
  if (state === 'locked' || !figure) return 0
  if (figure.kind === 'qualified' || figure.kind === 'attainment') return clamp(figure.value)
  return figure.kind === 'sealed' && figure.total ? clamp((figure.value / figure.total) * 10_000) : 0
}

/** How much was qualified when that step was left: what was true then, whatever answers became since. */
export function keptQualified(head: CycleHead): StepFigure | null {
  const kept = head.leftWith['QUALIFICATION'] as { figures?: { qualification?: unknown } } | undefined
  const parsed = stepFigureSchema.safeParse(kept?.figures?.qualification)
  return parsed.success && stateOf('qualification', head.state) === 'done' ? parsed.data : null
}

/** A cycle as a line of the ribbon. */
export function cycleLine(head: CycleHead, known: Record<StepKey, StepFigure | null>): CycleLine {
  const figures = { ...known, qualification: keptQualified(head) ?? known.qualification }
  const steps = stepKeys.map((key): RibbonStep => {
    const state = stateOf(key, head.state)
    const figure = state === 'locked' ? null : figures[key]
    return {
      key,
      state,
      day: dayOf(key, head, state === 'done'),
      figure,
      progressBps: progressOf(state, figure),
    }
  })
  const { id, name, state, runStartsOn, runEndsOn, networks } = head
  return { id, name, state, runStartsOn, runEndsOn, networks, steps }
}

import type { CycleLine, CycleState } from '#src/contracts/cycles.ts'
import { cycleStates } from '#src/contracts/cycles.ts'
import type { PlanStateCode } from '#src/contracts/plan-document.ts'
import { ribbonStepSchema, type RibbonStep } from '#src/contracts/shell.ts'
import { cycleSteps, type CycleStep } from '#src/contracts/words.ts'
import type { CycleFigures } from '../../../repositories/cycle-figures-repository.ts'
import type { CycleHead } from '../../../repositories/cycle-list-repository.ts'

export type StepFigure = NonNullable<RibbonStep['figure']>
export type Figures = Record<CycleStep, StepFigure | null>

/** Answers present of answers required. */
export type Qualified = { required: number; present: number }

const clamp = (bps: number) => Math.max(0, Math.min(10_000, Math.round(bps)))
const shareBps = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 10_000) : 0)

const single = (kind: StepFigure['kind'], value: number): StepFigure => ({ kind, value, total: null })

/** The three who sign a strategy: marketing, sales, SFE. */
const signatories = 3

function strategyFigure({ loadMilli, capacityMilli, signatures }: CycleFigures): StepFigure | null {
  if (capacityMilli > 0) return single('CAPACITY_BPS', shareBps(loadMilli, capacityMilli))
  return signatures > 0 ? { kind: 'SIGNATURES', value: signatures, total: signatories } : null
}

/** The plans of one person in a cycle: the state of the only one, how many of several are sealed; null without any. */
export function ownPlanFigure(plans: readonly { state: PlanStateCode }[]): StepFigure | null {
  const [first] = plans
  if (!first) return null
  const value = plans.filter(({ state }) => state === 'SEALED').length
  return { kind: plans.length === 1 ? `PLAN_${first.state}` : 'OWN_PLANS', value, total: plans.length }
}

/** The figure of each step; null where nothing is known yet. */
export function stepFigures(stored: CycleFigures, qualified: Qualified | null): Figures {
  const { segments, targets, plans, sealed, follow } = stored
  return {
    QUALIFICATION:
      qualified && qualified.required > 0
        ? single('QUALIFIED_BPS', shareBps(qualified.present, qualified.required))
        : null,
    SEGMENTATION: segments > 0 ? single('SEGMENTS', segments) : null,
    STRATEGY: strategyFigure(stored),
    TARGETING: targets > 0 ? single('TARGETS', targets) : null,
    ENGAGEMENT: plans > 0 ? { kind: 'SEALED_SECTORS', value: sealed, total: plans } : null,
    FOLLOW_UP:
      follow && follow.goalMilli > 0
        ? single('EARNED_BPS', shareBps(follow.earnedMilli, follow.goalMilli))
        : null,
  }
}

/** First and last state in which a step is the current one. */
const spans: Record<CycleStep, readonly [CycleState, CycleState]> = {
  QUALIFICATION: ['DRAFT', 'QUALIFICATION'],
  SEGMENTATION: ['SEGMENTATION', 'SEGMENTATION'],
  STRATEGY: ['STRATEGY', 'STRATEGY'],
  TARGETING: ['STRATEGY', 'STRATEGY'],
  ENGAGEMENT: ['ENGAGEMENT', 'ENGAGEMENT'],
  FOLLOW_UP: ['RUNNING', 'RUNNING'],
}

const position = (state: CycleState) => cycleStates.indexOf(state)

function stateOf(key: CycleStep, state: CycleState): RibbonStep['state'] {
  const [first, last] = spans[key]
  if (position(state) < position(first)) return 'LOCKED'
  return position(state) > position(last) ? 'DONE' : 'CURRENT'
}

/** The day a step was left; else the day by which it should be, where the cycle dates it. */
function dateOf(key: CycleStep, head: CycleHead): string | null {
  const state = stateOf(key, head.state)
  const left = state === 'DONE' ? (head.leftOn[spans[key][1]] ?? null) : null
  switch (key) {
    case 'QUALIFICATION':
      return left ?? head.qualificationEndsOn
    case 'SEGMENTATION':
    case 'STRATEGY':
      return left
    case 'TARGETING':
      return left ?? head.engagementStartsOn
    case 'ENGAGEMENT':
      return head.engagementEndsOn
    case 'FOLLOW_UP':
      return state === 'LOCKED' ? head.runStartsOn : head.runEndsOn
  }
}

function progressOf(state: RibbonStep['state'], figure: StepFigure | null): number {
  if (state === 'DONE') return 10_000
  if (state === 'LOCKED' || !figure) return 0
  if (figure.total) return clamp((figure.value / figure.total) * 10_000)
  return figure.kind === 'QUALIFIED_BPS' || figure.kind === 'EARNED_BPS' ? clamp(figure.value) : 0
}

/** How much was qualified when that step was left: what was true then, whatever answers became since. */
export function keptQualified(head: CycleHead): StepFigure | null {
  const kept = head.leftWith['QUALIFICATION'] as { figures?: { QUALIFICATION?: unknown } } | undefined
  const parsed = ribbonStepSchema.shape.figure.safeParse(kept?.figures?.QUALIFICATION ?? null)
  return parsed.success && stateOf('QUALIFICATION', head.state) === 'DONE' ? parsed.data : null
}

/** A cycle as a line of the ribbon. */
export function cycleLine(head: CycleHead, known: Figures): CycleLine {
  const figures = { ...known, QUALIFICATION: keptQualified(head) ?? known.QUALIFICATION }
  const steps = cycleSteps.map((key): RibbonStep => {
    const state = stateOf(key, head.state)
    const figure = state === 'LOCKED' ? null : figures[key]
    return { key, state, date: dateOf(key, head), figure, progressBps: progressOf(state, figure) }
  })
  const { id, name, state, runStartsOn, runEndsOn, networks } = head
  return { id, name, state, runStartsOn, runEndsOn, networks, steps }
}

import type { CycleStep } from '#src/contracts/words.ts'

export const stepPaths: Record<CycleStep, string> = {
  QUALIFICATION: 'qualification',
  SEGMENTATION: 'segmentation',
  STRATEGY: 'strategie',
  TARGETING: 'ciblage',
  ENGAGEMENT: 'engagement',
  FOLLOW_UP: 'suivi',
}

export const stepHref = (cycleId: string, step: CycleStep) => `/cycles/${cycleId}/${stepPaths[step]}`

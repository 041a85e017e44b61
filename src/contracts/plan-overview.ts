import * as z from 'zod'
import { daySchema, idSchema, instantSchema } from './common.ts'
import { cycleStateSchema } from './cycles.ts'
import { planSegmentSchema, planStateSchema } from './plan-document.ts'

const pairSchema = z.object({ theoretical: z.int(), proposed: z.int() })

/** One plan among others: where it stands and its key figures. */
export const planLineupSchema = z.object({
  id: idSchema,
  sectorId: idSchema,
  sectorCode: z.string(),
  sectorName: z.string(),
  regionId: idSchema,
  regionName: z.string(),
  lead: z.string().nullable(),
  state: planStateSchema,
  /** Past its last day without having been sent. */
  late: z.boolean(),
  daysLate: z.int(),
  closesOn: daySchema.nullable(),
  stateAt: instantSchema.nullable(),
  /** Nobody changed anything in it. */
  untouched: z.boolean(),
  targets: pairSchema,
  contacts: pairSchema,
  loadMilli: pairSchema,
  goalMilli: pairSchema,
  capacityMilli: z.int().nullable(),
  utilisationBps: z.int().nullable(),
  changes: z.int(),
  maximumChanges: z.int().nullable(),
  toDecide: z.int(),
  missingReasons: z.int(),
  /** Chance that the plan is kept as it stands; null where nothing tells. */
  probabilityBps: z.int().nullable(),
})
export type PlanLineup = z.infer<typeof planLineupSchema>

const countedSchema = z.object({
  key: z.string(),
  name: z.string(),
  sectors: z.int(),
  sent: z.int(),
  sealed: z.int(),
  late: z.int(),
  targets: pairSchema,
  contacts: pairSchema,
  changes: z.int(),
})

export const planOverviewSchema = z.object({
  cycle: z.object({
    id: idSchema,
    name: z.string(),
    state: cycleStateSchema,
    closesOn: daySchema.nullable(),
    run: z.object({ startsOn: daySchema, endsOn: daySchema }).nullable(),
  }),
  amberBps: z.int(),
  plans: z.array(planLineupSchema),
  regions: z.array(countedSchema),
  segments: z.array(
    planSegmentSchema.extend({ targets: pairSchema, contacts: pairSchema, changes: z.int() }),
  ),
  /** Changed professionals by reason; code null = none given yet. */
  reasons: z.array(
    z.object({
      code: z.string().nullable(),
      label: z.string().nullable(),
      changes: z.int(),
      contactsDelta: z.int(),
      kinds: z.object({ addition: z.int(), removal: z.int(), frequency: z.int(), channel: z.int() }),
    }),
  ),
})
export type PlanOverview = z.infer<typeof planOverviewSchema>

/** A plan that the reader may open, for choosing one. */
export const planChoiceSchema = z.object({
  id: idSchema,
  cycleId: idSchema,
  cycleName: z.string(),
  cycleState: cycleStateSchema,
  sectorId: idSchema,
  sectorName: z.string(),
  state: planStateSchema,
  closesOn: daySchema.nullable(),
})
export type PlanChoice = z.infer<typeof planChoiceSchema>

import * as z from 'zod'
import { commandIdSchema, daySchema, idInputSchema, idSchema, okSchema, shareBpsSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { holidayZoneCodes, managerKinds, repKinds, timeZoneNames } from './words.ts'

const period = { startsOn: daySchema, endsOn: daySchema.nullable() }

export const repAssignmentSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  name: z.string(),
  kind: z.enum(repKinds),
  shareBps: shareBpsSchema,
  ...period,
})
export type RepAssignmentDto = z.infer<typeof repAssignmentSchema>

export const managerAssignmentSchema = z.object({
  id: idSchema,
  memberId: idSchema,
  name: z.string(),
  kind: z.enum(managerKinds),
  ...period,
})
export type ManagerAssignmentDto = z.infer<typeof managerAssignmentSchema>

export const sectorSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  regionId: idSchema,
  holidayZone: z.enum(holidayZoneCodes),
  timeZone: z.string(),
  ...period,
  bricks: z.int(),
  communes: z.int(),
  hcps: z.int(),
  /** In force or to come. */
  reps: z.array(repAssignmentSchema),
  /** No lead on that day. */
  vacant: z.boolean(),
})
export type SectorDto = z.infer<typeof sectorSchema>

export const regionSchema = z.object({
  id: idSchema,
  networkId: idSchema,
  code: z.string(),
  name: z.string(),
  managers: z.array(managerAssignmentSchema),
  sectors: z.array(sectorSchema),
})
export type RegionDto = z.infer<typeof regionSchema>

export const networkSchema = z.object({
  id: idSchema,
  code: z.string(),
  name: z.string(),
  /** Part of an hcp's yearly contacts that it may take. */
  contactCapShareBps: shareBpsSchema,
  /** 1 is served first. */
  sharedHcpPriority: z.int(),
  regions: z.array(regionSchema),
})
export type NetworkDto = z.infer<typeof networkSchema>

export const territorySchema = z.object({ day: daySchema, networks: z.array(networkSchema) })
export type TerritoryDto = z.infer<typeof territorySchema>

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
const name = z.string().trim().min(1).max(100)
const saved = { id: idSchema.nullable(), commandId: commandIdSchema }

export const saveNetworkSchema = z.object({
  ...saved,
  code,
  name,
  contactCapShareBps: shareBpsSchema,
  sharedHcpPriority: z.int().min(1).max(99),
})
export const saveRegionSchema = z.object({ ...saved, networkId: idSchema, code, name })
export const saveSectorSchema = z.object({
  ...saved,
  regionId: idSchema,
  code,
  name,
  holidayZone: z.enum(holidayZoneCodes),
  timeZone: z.enum(timeZoneNames),
  ...period,
})
export const saveRepSchema = z.object({
  ...saved,
  sectorId: idSchema,
  memberId: idSchema,
  kind: z.enum(repKinds),
  shareBps: shareBpsSchema,
  ...period,
})
export const saveManagerSchema = z.object({
  ...saved,
  regionId: idSchema,
  memberId: idSchema,
  kind: z.enum(managerKinds),
  ...period,
})
export type SaveNetworkInput = z.infer<typeof saveNetworkSchema>
export type SaveRegionInput = z.infer<typeof saveRegionSchema>
export type SaveSectorInput = z.infer<typeof saveSectorSchema>
export type SaveRepInput = z.infer<typeof saveRepSchema>
export type SaveManagerInput = z.infer<typeof saveManagerSchema>

const write = (path: `/${string}`, summary: string) =>
  procedure('territory.write').route({ method: 'POST', path, summary, tags: ['internal'] })

export const territoryContract = {
  get: procedure('territory.read')
    .route({
      method: 'GET',
      path: '/territory',
      summary: 'Networks, regions, sectors and who works there',
      tags: ['stable'],
    })
    .input(z.object({ day: daySchema.optional() }).default({}))
    .output(territorySchema),
  people: procedure('territory.write')
    .route({ method: 'GET', path: '/territory/people', summary: 'Who may be assigned', tags: ['internal'] })
    .output(
      z.object({
        items: z.array(z.object({ id: idSchema, name: z.string(), role: z.enum(['REP', 'MANAGER']) })),
      }),
    ),
  saveNetwork: write('/territory/networks', 'Add or change a network')
    .input(saveNetworkSchema)
    .output(idInputSchema),
  saveRegion: write('/territory/regions', 'Add or change a region')
    .input(saveRegionSchema)
    .output(idInputSchema),
  saveSector: write('/territory/sectors', 'Add, change or close a sector')
    .input(saveSectorSchema)
    .output(idInputSchema),
  saveRep: write('/territory/reps', 'Assign a rep to a sector').input(saveRepSchema).output(idInputSchema),
  saveManager: write('/territory/managers', 'Assign a manager to a region')
    .input(saveManagerSchema)
    .output(idInputSchema),
  removeAssignment: write('/territory/assignments/remove', 'Take back an assignment that has not begun')
    .input(z.object({ kind: z.enum(['REP', 'MANAGER']), id: idSchema, commandId: commandIdSchema }))
    .output(okSchema),
}

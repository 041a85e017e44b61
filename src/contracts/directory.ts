import * as z from 'zod'
import {
  commandIdSchema,
  daySchema,
  idInputSchema,
  idSchema,
  instantSchema,
  okSchema,
  pageInputSchema,
  pageSchema,
} from './common.ts'
import { hcpPageSchema } from './directory-hcp.ts'
import { procedure } from './procedure.ts'
import { searchHitSchema } from './shell.ts'
import { planFilters } from './words.ts'
import { hcpStatuses, permissionKinds, visitRules } from './words.ts'

/** In a filter on segments: the hcps that a rule left out. */
export const excludedSegment = 'excluded'

export const directoryFilterSchema = z.object({
  /** Words of name, specialty or commune; a postal code or department; an identifier. */
  q: z.string().max(100).optional(),
  sectorIds: z.array(idSchema).max(200).optional(),
  regionIds: z.array(idSchema).max(100).optional(),
  /** Hcps that no sector of any network reaches (zone blanche). */
  unassigned: z.boolean().optional(),
  specialties: z.array(z.string().max(120)).max(50).optional(),
  /** ACTIVE alone when absent. */
  statuses: z.array(z.enum(hcpStatuses)).max(4).optional(),
  opposed: z.boolean().optional(),
  visitRules: z.array(z.enum(visitRules)).max(3).optional(),
  /** The cycle that segments, qualification and plan speak of; the current one when absent. */
  cycleId: idSchema.optional(),
  segmentation: z.string().max(40).default('general'),
  segments: z.array(z.string().max(40)).max(40).optional(),
  /** True: every required answer of the cycle is there. */
  qualified: z.boolean().optional(),
  plan: z.enum(planFilters).optional(),
  /** With `plan`: lines changed for this reason, by code. */
  reason: z.string().max(40).optional(),
  /** With `plan`: lines of this channel, by code. */
  channel: z.string().max(40).optional(),
})
export type DirectoryFilter = z.infer<typeof directoryFilterSchema>
export type DirectoryFilterInput = z.input<typeof directoryFilterSchema>

const segmentSchema = z.object({ code: z.string(), name: z.string(), rank: z.int(), colour: z.string() })

export const directoryRowSchema = z.object({
  id: idSchema,
  title: z.string().nullable(),
  firstName: z.string(),
  lastName: z.string(),
  profession: z.string(),
  specialty: z.string().nullable(),
  status: z.enum(hcpStatuses),
  visitRule: z.enum(visitRules),
  opposed: z.boolean(),
  commune: z.string().nullable(),
  postalCode: z.string().nullable(),
  /** Main sectors of today, one a network. */
  sectors: z.array(z.object({ id: idSchema, code: z.string(), name: z.string() })),
  segment: segmentSchema.nullable(),
  lastContactOn: daySchema.nullable(),
})
export type DirectoryRow = z.infer<typeof directoryRowSchema>

export const facetsSchema = z.object({
  specialties: z.array(z.object({ value: z.string(), hcps: z.int() })),
  regions: z.array(z.object({ id: idSchema, name: z.string() })),
  sectors: z.array(z.object({ id: idSchema, code: z.string(), name: z.string(), regionId: idSchema })),
  cycles: z.array(z.object({ id: idSchema, name: z.string(), segments: z.array(segmentSchema) })),
  currentCycleId: idSchema.nullable(),
  reasons: z.array(z.object({ code: z.string(), fr: z.string(), en: z.string() })),
})
export type DirectoryFacets = z.infer<typeof facetsSchema>

export const practiceInputSchema = z.object({
  kind: z.enum(['OFFICE', 'HOSPITAL', 'PHARMACY']),
  name: z.string().trim().max(200).nullable(),
  address: z.string().trim().max(300).nullable(),
  postalCode: z.string().trim().max(10).nullable(),
  inseeCode: z.string().length(5),
  phone: z.string().trim().max(30).nullable(),
})

export const hcpInputSchema = z.object({
  title: z.string().trim().max(40).nullable(),
  firstName: z.string().trim().min(1).max(100),
  lastName: z.string().trim().min(1).max(100),
  profession: z.string().trim().min(1).max(100),
  specialty: z.string().trim().min(1).max(120).nullable(),
  status: z.enum(['ACTIVE', 'CEASED']),
  visitRule: z.enum(visitRules),
  ownRules: z.string().trim().max(500).nullable(),
  yearlyContactMax: z.int().min(0).max(366).nullable(),
})
export type HcpInput = z.infer<typeof hcpInputSchema>

export const identifierSchema = z.object({
  scheme: z
    .string()
    .trim()
    .regex(/^[A-Z][A-Z0-9_]{1,19}$/),
  value: z.string().trim().min(1).max(60),
})

export const createHcpSchema = z.object({
  commandId: commandIdSchema,
  hcp: hcpInputSchema,
  identifiers: z.array(identifierSchema).max(10),
  practice: practiceInputSchema.nullable(),
})
export type CreateHcpInput = z.infer<typeof createHcpSchema>

const versioned = z.object({ id: idSchema, commandId: commandIdSchema, version: z.int() })

export const directoryContract = {
  list: procedure('directory.read')
    .route({ method: 'GET', path: '/hcps', summary: 'Search the directory', tags: ['stable'] })
    .input(directoryFilterSchema.extend(pageInputSchema.shape))
    .output(pageSchema(directoryRowSchema).extend({ cycleId: idSchema.nullable() })),
  facets: procedure('directory.read')
    .route({
      method: 'GET',
      path: '/hcps/facets',
      summary: 'What the directory filters by',
      tags: ['internal'],
    })
    .output(facetsSchema),
  export: procedure('directory.read')
    .route({ method: 'POST', path: '/hcps/export', summary: 'The list as CSV', tags: ['internal'] })
    .input(directoryFilterSchema)
    .output(z.object({ fileName: z.string(), content: z.string() })),
  get: procedure('directory.read')
    .route({ method: 'GET', path: '/hcps/{id}', summary: 'One hcp, whole', tags: ['stable'] })
    .input(idInputSchema.extend({ cycleId: idSchema.optional() }))
    .output(hcpPageSchema),
  find: procedure('directory.read')
    .route({
      method: 'GET',
      path: '/find',
      summary: 'Hcps and sectors by their first letters',
      tags: ['internal'],
    })
    .input(z.object({ q: z.string().min(2).max(100) }))
    .output(z.object({ items: z.array(searchHitSchema) })),
  communes: procedure('directory.read')
    .route({ method: 'GET', path: '/communes', summary: 'Find a commune', tags: ['internal'] })
    .input(z.object({ q: z.string().min(2).max(60) }))
    .output(
      z.array(
        z.object({
          inseeCode: z.string(),
          name: z.string(),
          department: z.string(),
          postalCodes: z.array(z.string()),
        }),
      ),
    ),
  create: procedure('directory.write')
    .route({ method: 'POST', path: '/hcps', summary: 'Add an hcp', tags: ['stable'] })
    .input(createHcpSchema)
    .output(idInputSchema),
  update: procedure('directory.write')
    .route({ method: 'PUT', path: '/hcps/{id}', summary: 'Correct an hcp', tags: ['stable'] })
    .input(versioned.extend({ hcp: hcpInputSchema }))
    .output(z.object({ version: z.int() })),
  setPermission: procedure('directory.permit')
    .route({
      method: 'POST',
      path: '/hcps/{id}/permissions',
      summary: 'Record an opposition or a consent',
      tags: ['stable'],
    })
    .input(
      z.object({
        id: idSchema,
        commandId: commandIdSchema,
        kind: z.enum(permissionKinds),
        /** null = every channel. */
        channelId: idSchema.nullable(),
        effectiveAt: instantSchema.nullable(),
      }),
    )
    .output(okSchema),
}

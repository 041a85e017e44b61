import * as z from 'zod'
import {
  commandIdSchema,
  daySchema,
  idInputSchema,
  idSchema,
  instantSchema,
  pageInputSchema,
  pageSchema,
} from './common.ts'
import { importKinds } from './import-columns.ts'
import { procedure } from './procedure.ts'

export const importStates = ['UPLOADED', 'CHECKING', 'CHECKED', 'APPLYING', 'APPLIED', 'FAILED'] as const
export type ImportState = (typeof importStates)[number]

export const importPhases = ['READ', 'CHECK', 'WRITE'] as const
export type ImportPhase = (typeof importPhases)[number]

/** What may be wrong with a cell, a line or a file; each has its sentence and its remedy in the messages. */
export const importRules = [
  'required',
  'too-long',
  'day',
  'yes-no',
  'integer',
  'choice',
  'missing-column',
  'column-twice',
  'no-rows',
  'quote',
  'quote-not-closed',
  'unknown-commune',
  'two-regions',
  'commune-twice',
  'commune-in-brick',
  'unknown-sector',
  'ambiguous-sector',
  'sector-needed',
  'no-sector',
  'hcp-closed',
  'other-person',
  'two-principals',
  'two-sectors',
  'unknown-hcp',
  'unknown-criterion',
  'level',
  'retired',
  'number',
  'percent',
  'scale',
  'whole-number',
  'unknown-option',
  'product-needed',
  'product-not-asked',
  'unknown-product',
  'product-twice',
  'source-needed',
  'unknown-source',
  'future-day',
  'contradicts',
  'unknown-channel',
  'unknown-member',
  'period-closed',
] as const
export type ImportRule = (typeof importRules)[number]

/** Line 1 is the header; an empty column is the whole line. */
export const importErrorSchema = z.object({
  line: z.int(),
  column: z.string(),
  rule: z.enum(importRules),
  value: z.string(),
})
export type ImportError = z.infer<typeof importErrorSchema>

/** What a person chooses with a file. */
export const importOptionsSchema = z.object({
  kind: z.enum(importKinds),
  /** First day of what the file says about places and sectors; today when not said. */
  startsOn: daySchema.optional(),
  /** Source of the observations or calls that name none in a column. */
  source: z.string().trim().min(1).max(60).optional(),
  /** Calls: the file is complete through this day. */
  completeThrough: daySchema.optional(),
})
export type ImportOptions = z.infer<typeof importOptionsSchema>

export const importCountsSchema = z.object({
  rows: z.int(),
  new: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  repeated: z.int(),
  errors: z.int(),
  errorLines: z.int(),
  /** Further numbers by kind: sectors made, hcps without a sector… */
  details: z.record(z.string(), z.int()),
})
export type ImportCounts = z.infer<typeof importCountsSchema>

export const importSchema = z.object({
  id: idSchema,
  kind: z.enum(importKinds),
  name: z.string(),
  bytes: z.int(),
  state: z.enum(importStates),
  version: z.int(),
  encoding: z.enum(['utf-8', 'windows-1252']),
  delimiter: z.string(),
  startsOn: daySchema,
  completeThrough: daySchema.nullable(),
  source: z.object({ code: z.string(), label: z.string() }).nullable(),
  createdAt: instantSchema,
  createdBy: z.string(),
  appliedAt: instantSchema.nullable(),
  /** While a worker is at it. */
  progress: z.object({ phase: z.enum(importPhases), done: z.int(), total: z.int() }).nullable(),
  counts: importCountsSchema.nullable(),
  /** Headers of the file that are no column of this kind. */
  ignored: z.array(z.string()),
  /** The file as a whole cannot be read: nothing of it can be applied. */
  blocked: z.boolean(),
  /** Why the work stopped. */
  failure: z.string().nullable(),
  /** The same file, applied before: it would change nothing. */
  appliedBefore: z.object({ id: idSchema, appliedAt: instantSchema }).nullable(),
})
export type ImportDto = z.infer<typeof importSchema>

export const importsContract = {
  list: procedure('imports.read')
    .route({ method: 'GET', path: '/imports', summary: 'Imports, latest first', tags: ['stable'] })
    .input(pageInputSchema)
    .output(pageSchema(importSchema)),
  get: procedure('imports.read')
    .route({
      method: 'GET',
      path: '/imports/{id}',
      summary: 'One import: state, progress, counts',
      tags: ['stable'],
    })
    .input(idInputSchema)
    .output(importSchema),
  errors: procedure('imports.read')
    .route({
      method: 'GET',
      path: '/imports/{id}/errors',
      summary: 'The first errors of a checked import',
      tags: ['stable'],
    })
    .input(idInputSchema)
    .output(z.object({ items: z.array(importErrorSchema), total: z.int() })),
  options: procedure('imports.read')
    .route({
      method: 'GET',
      path: '/import-options',
      summary: 'What may be chosen with a file',
      tags: ['internal'],
    })
    .output(
      z.object({
        today: daySchema,
        maxBytes: z.int(),
        sources: z.array(z.object({ code: z.string(), label: z.string() })),
      }),
    ),
  check: procedure('imports.write')
    .route({ method: 'POST', path: '/imports/{id}/check', summary: 'Check the file again', tags: ['stable'] })
    .input(idInputSchema.extend({ commandId: commandIdSchema }))
    .output(importSchema),
  apply: procedure('imports.write')
    .route({ method: 'POST', path: '/imports/{id}/apply', summary: 'Apply a checked file', tags: ['stable'] })
    .input(
      idInputSchema.extend({
        commandId: commandIdSchema,
        version: z.int(),
        /** Leave out the lines with an error; otherwise a file with errors is refused whole. */
        withoutErrors: z.boolean().default(false),
      }),
    )
    .output(importSchema),
}

import * as z from 'zod'
import { configurationSchema } from '#src/engine/configuration/configuration.ts'
import { commandIdSchema, idInputSchema, idSchema, instantSchema } from './common.ts'
import { procedure } from './procedure.ts'

export type { Configuration } from '#src/engine/configuration/configuration.ts'

/** Parts of the configuration, each editable in the step that it belongs to. */
export const configurationSections = [
  'universe',
  'criteria',
  'segmentations',
  'grid',
  'fit',
  'constraints',
  'limits',
  'followUp',
] as const
export type ConfigurationSection = (typeof configurationSections)[number]

const { shape } = configurationSchema
const section = <S extends ConfigurationSection>(name: S) =>
  z.object({ section: z.literal(name), value: shape[name] })

/** One section with its new content. */
export const sectionChangeSchema = z.discriminatedUnion('section', [
  section('universe'),
  section('criteria'),
  section('segmentations'),
  section('grid'),
  section('fit'),
  section('constraints'),
  section('limits'),
  section('followUp'),
])
export type SectionChange = z.infer<typeof sectionChangeSchema>

export const workingConfigurationSchema = z.object({
  cycleId: idSchema,
  draftId: idSchema,
  version: z.int(),
  document: configurationSchema,
  editable: z.array(z.enum(configurationSections)),
  /** Who last saved each section. */
  saved: z.array(
    z.object({
      section: z.enum(configurationSections),
      version: z.int(),
      by: z.string().nullable(),
      at: instantSchema,
    }),
  ),
})
export type WorkingConfigurationDto = z.infer<typeof workingConfigurationSchema>

export const configurationProcedures = {
  get: procedure('configuration.read')
    .route({
      method: 'GET',
      path: '/cycles/{id}/configuration',
      summary: 'The working configuration of a cycle',
      tags: ['internal'],
    })
    .input(idInputSchema)
    .output(workingConfigurationSchema),
  saveSection: procedure('configuration.write')
    .route({
      method: 'PUT',
      path: '/cycles/{id}/configuration',
      summary: 'Save one section of the working configuration',
      tags: ['internal'],
    })
    .input(
      z.object({
        id: idSchema,
        commandId: commandIdSchema,
        /** The version that was read: refused only if somebody saved this same section since. */
        version: z.int(),
        change: sectionChangeSchema,
      }),
    )
    .output(workingConfigurationSchema),
}

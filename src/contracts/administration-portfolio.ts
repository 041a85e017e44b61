import * as z from 'zod'
import { commandIdSchema, idInputSchema, idSchema } from './common.ts'
import { procedure } from './procedure.ts'
import { reasonUses, sourceKinds } from './words.ts'
import { channelKinds } from './words.ts'

const code = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$/)
const cents = z.int().min(0).max(1_000_000_000).nullable()
const product = {
  code,
  name: z.string().trim().min(1).max(100),
  unitPriceCents: cents,
  unitMarginCents: cents,
  active: z.boolean(),
}
const channel = {
  code,
  name: z.string().trim().min(1).max(60),
  kind: z.enum(channelKinds),
  needsConsent: z.boolean(),
  active: z.boolean(),
}
const reason = {
  code,
  labels: z.object({ fr: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
  usedFor: z.array(z.enum(reasonUses)).min(1),
  active: z.boolean(),
}
export const productSchema = z.object({ id: idSchema, ...product })
export const channelSchema = z.object({ id: idSchema, ...channel })
export const reasonSchema = z.object({ id: idSchema, ...reason })

const source = { code, label: z.string().trim().min(1).max(60), kind: z.enum(sourceKinds) }
export const sourceSchema = z.object({ id: idSchema, ...source })
export type ProductDto = z.infer<typeof productSchema>
export type ChannelDto = z.infer<typeof channelSchema>
export type ReasonDto = z.infer<typeof reasonSchema>
export type SourceDto = z.infer<typeof sourceSchema>

export const portfolioSchema = z.object({
  products: z.array(productSchema),
  channels: z.array(channelSchema),
  reasons: z.array(reasonSchema),
  sources: z.array(sourceSchema),
})
export type PortfolioDto = z.infer<typeof portfolioSchema>

const saved = { id: idSchema.nullable(), commandId: commandIdSchema }
export const saveProductSchema = z.object({ ...saved, ...product })
export const saveChannelSchema = z.object({ ...saved, ...channel })
export const saveReasonSchema = z.object({ ...saved, ...reason })
export const saveSourceSchema = z.object({ ...saved, ...source })
export type SaveProductInput = z.infer<typeof saveProductSchema>
export type SaveChannelInput = z.infer<typeof saveChannelSchema>
export type SaveReasonInput = z.infer<typeof saveReasonSchema>
export type SaveSourceInput = z.infer<typeof saveSourceSchema>

const write = (path: `/${string}`, summary: string) =>
  procedure('portfolio.write').route({ method: 'POST', path, summary, tags: ['internal'] })

/** Retired, never deleted: cycles, plans and calls keep pointing at what they named. A code never changes. */
export const portfolioContract = {
  get: procedure('portfolio.read')
    .route({
      method: 'GET',
      path: '/portfolio',
      summary: 'Products, channels, reasons and sources',
      tags: ['stable'],
    })
    .output(portfolioSchema),
  saveProduct: write('/portfolio/products', 'Add, change or retire a product')
    .input(saveProductSchema)
    .output(idInputSchema),
  saveChannel: write('/portfolio/channels', 'Add, change or retire a channel')
    .input(saveChannelSchema)
    .output(idInputSchema),
  saveReason: write('/portfolio/reasons', 'Add, change or retire a reason')
    .input(saveReasonSchema)
    .output(idInputSchema),
  saveSource: write('/portfolio/sources', 'Add a source of answers or calls, or change its label')
    .input(saveSourceSchema)
    .output(idInputSchema),
}

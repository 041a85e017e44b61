import * as z from 'zod'

export const idSchema = z.uuid()
export const daySchema = z.iso.date()
export const instantSchema = z.iso.datetime()
export const localeSchema = z.enum(['fr', 'en'])
export const shareBpsSchema = z.int().min(0).max(10_000)

/** Made by the client: the same command sent twice has one effect. */
export const commandIdSchema = z.uuid()

export const pageInputSchema = z.object({
  cursor: z.string().max(500).optional(),
  limit: z.int().min(1).max(200).default(50),
})
export const pageSchema = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.int() })

export const idInputSchema = z.object({ id: idSchema })
export const okSchema = z.object({ ok: z.literal(true) })

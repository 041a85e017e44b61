import type * as z from 'zod'
import { CommandError } from './command-error.ts'
import { nameOf } from './files.ts'

/** A document that fits its schema, or a message that names the file and each place where it does not. */
export function parsed<T>(file: string, schema: z.ZodType<T>, document: unknown): T {
  const result = schema.safeParse(document)
  if (result.success) return result.data
  const lines = result.error.issues
    .slice(0, 20)
    .map(({ path, message }) => `  ${path.length > 0 ? path.join('.') : 'the document'}: ${message}`)
  throw new CommandError([`${nameOf(file)} is not what is expected:`, ...lines].join('\n'))
}

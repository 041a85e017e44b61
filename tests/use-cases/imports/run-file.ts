import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto, ImportError, ImportOptions } from '#src/contracts/imports.ts'
import { applyImport } from '#src/server/use-cases/imports/apply-import.ts'
import { checkImport } from '#src/server/use-cases/imports/check-import.ts'
import { listImportErrors } from '#src/server/use-cases/imports/list-import-errors.ts'
import { uploadFile } from '#src/server/use-cases/imports/upload-file.ts'

type Content = string | Uint8Array | readonly string[]
const bytesOf = (content: Content) =>
  Array.isArray(content) ? content.join('\r\n') : (content as string | Uint8Array)

/** Uploads and checks a file; the errors of its dry run beside it. */
export async function check(
  actor: Actor,
  options: ImportOptions,
  content: Content,
): Promise<{ found: ImportDto; errors: ImportError[]; rules: string[] }> {
  const { id } = await uploadFile(actor, { ...options, name: 'fichier.csv', content: bytesOf(content) })
  const found = await checkImport(actor, id)
  const { items } = await listImportErrors(actor, id)
  return { found, errors: items, rules: items.map(({ line, column, rule }) => `${line} ${column} ${rule}`) }
}

/** Uploads, checks and applies a file that must be without error. */
export async function apply(actor: Actor, options: ImportOptions, content: Content): Promise<ImportDto> {
  const { found, errors } = await check(actor, options, content)
  if (found.state !== 'CHECKED' || errors.length > 0)
    throw new Error(`${found.state} ${found.failure ?? ''} ${JSON.stringify(errors.slice(0, 5))}`)
  return applyImport(actor, found.id)
}

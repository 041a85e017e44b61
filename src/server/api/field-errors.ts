import type { Locale } from '#src/contracts/actor.ts'
import { invalidTexts } from '#src/i18n/invalid.ts'

type Issue = { readonly message: string; readonly path?: readonly unknown[] | undefined }
type ZodLike = Issue & {
  code?: string
  minimum?: number | string
  maximum?: number | string
  origin?: string
}

const keyOf = (segment: unknown): string =>
  typeof segment === 'object' && segment !== null && 'key' in segment ? String(segment.key) : String(segment)

/** The sentence comes from the issue's code: the library's own text reads "received undefined" for a wrong type. */
function sentence(issue: ZodLike, locale: Locale): string {
  const known = invalidTexts[locale]
  const specific =
    known[`${issue.code}_${issue.origin}`] ?? known[issue.code ?? ''] ?? known['other'] ?? issue.message
  return specific
    .replace('{minimum}', String(issue.minimum ?? ''))
    .replace('{maximum}', String(issue.maximum ?? ''))
}

/** Issues of an input → path, stable code, message in the reader's language. */
export function fieldErrors(issues: readonly Issue[], locale: Locale) {
  return issues.map((issue: ZodLike) => ({
    path: (issue.path ?? []).map(keyOf).join('.'),
    code: issue.code ?? 'other',
    message: sentence(issue, locale),
  }))
}

'use client'
import { ORPCError } from '@orpc/client'
import { useTranslations } from 'next-intl'
import { useRefusal } from '#src/client/refusal.ts'
import type { Expected, ExpressionError, SyntaxCode } from '#src/engine/index.ts'

const syntaxCodes: ReadonlySet<string> = new Set<SyntaxCode>([
  'unexpected',
  'unexpected-end',
  'unknown-character',
  'unclosed-text',
  'unclosed-name',
  'bad-name',
  'unknown-function',
  'condition-expected',
  'number-expected',
  'text-too-long',
  'too-deep',
  'too-many',
])
const isSyntax = (code: ExpressionError['code']): code is SyntaxCode => syntaxCodes.has(code)

type Thing = Exclude<Expected, `'${string}'`>
const isThing = (expected: Expected): expected is Thing => !expected.startsWith("'")

/** What is wrong in a text, where, what was expected and the nearest known name, in the reader's language. */
export function useExpressionErrors(): (error: ExpressionError) => string {
  const t = useTranslations('segmentation.expression')
  const problemOf = useRefusal()
  const refused = (reason: string, params: ExpressionError['params']) =>
    problemOf(new ORPCError('REFUSED', { data: { reason, params, items: [] } })).message
  return ({ code, line, column, found, expected, nearest, params }) => {
    const said = isSyntax(code) ? t(`errors.${code}`, { found, most: 0, ...params }) : refused(code, params)
    const things = expected.map((one) => (isThing(one) ? t(`expected.${one}`) : one.slice(1, -1)))
    const last = things.pop()
    const list = things.length > 0 ? `${things.join(', ')} ${t('or')} ${last}` : last
    const place = t('place', { line: String(line), column: String(column) })
    const parts = [`${place} ${said}`]
    if (nearest !== null) parts.push(t('nearest', { name: nearest }))
    else if (list !== undefined) parts.push(t('expecting', { list }))
    return parts.join(' ')
  }
}

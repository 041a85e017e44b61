import type { ProblemCode } from '../configuration/configuration-problem.ts'

/** What a text could have gone on with. Anything in quotes is written so. */
export type Expected =
  | 'condition'
  | 'number'
  | 'name'
  | 'code'
  | 'value'
  | 'comparison'
  | 'operator'
  | 'end'
  | `'${string}'`

export type SyntaxCode =
  | 'unexpected'
  | 'unexpected-end'
  | 'unknown-character'
  | 'unclosed-text'
  | 'unclosed-name'
  | 'bad-name'
  | 'unknown-function'
  | 'condition-expected'
  | 'number-expected'
  | 'text-too-long'
  | 'too-deep'
  | 'too-many'

/** What is wrong in a text, and where. The interface holds a sentence for each code. */
export type ExpressionError = {
  readonly code: SyntaxCode | ProblemCode
  /** UTF-16 units from the beginning of the text, and how many are concerned; 0 at its end. */
  readonly offset: number
  readonly length: number
  /** From 1. */
  readonly line: number
  readonly column: number
  /** The text at that place. */
  readonly found: string
  readonly expected: readonly Expected[]
  /** The known name that is nearest to an unknown one, as it is written in a text. */
  readonly nearest: string | null
  readonly params: Readonly<Record<string, string | number>>
}

export type Span = { readonly start: number; readonly end: number }

type Rest = Partial<Pick<ExpressionError, 'expected' | 'nearest' | 'params'>>

export function expressionError(
  text: string,
  code: ExpressionError['code'],
  { start, end }: Span,
  { expected = [], nearest = null, params = {} }: Rest = {},
): ExpressionError {
  const before = text.slice(0, start)
  const line = before.split('\n').length
  const column = start - (before.lastIndexOf('\n') + 1) + 1
  const found = text.slice(start, end)
  return { code, offset: start, length: end - start, line, column, found, expected, nearest, params }
}

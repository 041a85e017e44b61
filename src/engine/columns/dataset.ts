import type { CodeColumn, Column } from '../../lib/columns/column-types.ts'

export type AttributeName =
  | 'profession'
  | 'specialty'
  | 'region'
  | 'sector'
  /** Kind of the principal practice, its commune (INSEE) and its brick. */
  | 'practice'
  | 'commune'
  | 'brick'
export const attributeNames: readonly AttributeName[] = [
  'profession',
  'specialty',
  'region',
  'sector',
  'practice',
  'commune',
  'brick',
]

/** In `previousSegment`: excluded in the previous cycle. Reserved, as `unqualifiedSegment` is. */
export const excludedSegment = 'excluded'

/**
 * The frozen input of a run: one typed array per criterion over a dense hcp index, no names.
 * Rows are in code-unit order of hcp ids, which is what breaks every tie; made by `createDataset` only.
 */
export type Dataset = {
  readonly rows: number
  /** Ascending, each once. */
  readonly hcpIds: readonly string[]
  /** `YYYY-MM-DD`: DATE answers are whole months before it. */
  readonly referenceDay: string
  /**
   * The cycle's effective answers, expired ones already missing. By criterion code: `number` for NUMBER, INTEGER,
   * PERCENT, SCALE; `code` for CHOICE (option codes) and BOOLEAN (`false`, `true`); `day` for DATE.
   */
  readonly criteria: Readonly<Record<string, Column>>
  readonly attributes: Readonly<Record<AttributeName, CodeColumn>>
  /** Segment code of the previous cycle; missing = the hcp was not in it. */
  readonly previousSegment: CodeColumn
  /** Calls DONE with the hcp in the 12 months before the reference day, NaN = not known; null = of nobody. */
  readonly previousCalls: Float64Array | null
}

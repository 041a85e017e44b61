/** Day columns mark a missing day with this number: no calendar reaches it. */
export const missingDay = -2_147_483_648

/** NaN = missing. */
export type NumberColumn = { readonly kind: 'number'; readonly values: Float64Array }
/** Whole numbers whose meaning, missing included, is the reader's. */
export type IntegerColumn = { readonly kind: 'integer'; readonly values: Int32Array }
/** Index in the dictionary, −1 = missing. */
export type CodeColumn = {
  readonly kind: 'code'
  readonly values: Int32Array
  readonly dictionary: readonly string[]
}
/** Days since 1970-01-01, `missingDay` = missing. */
export type DayColumn = { readonly kind: 'day'; readonly values: Int32Array }
export type TextColumn = { readonly kind: 'text'; readonly values: readonly string[] }

export type Column = NumberColumn | IntegerColumn | CodeColumn | DayColumn | TextColumn

/** Columns of one length, by name. */
export type Table = {
  readonly rows: number
  readonly meta: Readonly<Record<string, string | number | boolean | null>>
  readonly columns: Readonly<Record<string, Column>>
}

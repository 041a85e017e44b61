import type { Field } from '../configuration/conditions.ts'

/** Codes of a field per row, −1 = missing. `ranks` order the codes, null where they have no order. */
export type CodedField = {
  readonly values: Int32Array | Int8Array
  readonly dictionary: readonly string[]
  readonly rankOf: ((code: string) => number | null) | null
}

/** What a condition can compare of a field: with numbers, with codes, with days. All null = nobody has it. */
export type FieldColumn = {
  readonly numbers: Float64Array | null
  readonly codes: CodedField | null
  readonly days: Int32Array | null
}

/** The columns that conditions read. */
export type FieldReader = {
  readonly rows: number
  readonly read: (field: Field) => FieldColumn
  /** Keeps the mask of a part of a condition that reads neither axis nor class. */
  readonly remember: (key: string, make: () => Uint8Array) => Uint8Array
}

export const absentField: FieldColumn = { numbers: null, codes: null, days: null }

import * as z from 'zod'
import type { RfmSegment } from '../../engine/index.ts'
import { readJson } from './files.ts'
import { parsed } from './parsed.ts'

const range = z.tuple([z.number(), z.number()])
const list = z.array(z.object({ segment: z.string().min(1), R: range, F: range, M: range }))
const schema = z.union([list, z.object({ segment_rules: list }).transform((one) => one.segment_rules)])

/** `[{"segment": …, "R": [least, most], "F": …, "M": …}]`, or an object that holds the list as `segment_rules`. */
export function readRfmRules(file: string): RfmSegment[] {
  const bounds = ([least, most]: [number, number]) => ({ least, most })
  return parsed(file, schema, readJson(file)).map(({ segment, R, F, M }) => ({
    code: segment,
    recency: bounds(R),
    frequency: bounds(F),
    monetary: bounds(M),
  }))
}

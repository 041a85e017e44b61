import { canonicalJson } from '../../lib/canonical-json.ts'
import { encodeTable } from '../../lib/columns/binary.ts'
import type { Column } from '../../lib/columns/column-types.ts'
import type { SegmentationResult } from './segmentation-result.ts'

/** The bytes whose SHA-256 names a result: per hcp values, classes, cell, rule and segment; per group the cut-offs. */
export function encodeSegmentation(result: SegmentationResult): Uint8Array<ArrayBuffer> {
  const integers = (values: Int8Array | Int16Array): Column => ({
    kind: 'integer',
    values: Int32Array.from(values),
  })
  const columns: Record<string, Column> = {
    cell: integers(result.cells),
    rule: integers(result.ruleOf),
    segment: integers(result.segments),
  }
  for (const axis of result.axes) {
    columns[`value:${axis.code}`] = { kind: 'number', values: axis.values }
    columns[`class:${axis.code}`] = integers(axis.classes)
  }
  const cutOffs = result.axes.map((axis) => ({
    axis: axis.code,
    groups: axis.groups.map(({ code, cutOffs: cuts }) => ({
      code,
      cutOffs: Array.from(cuts, (cut) => (Number.isNaN(cut) ? null : cut)),
    })),
  }))
  const meta = {
    segmentation: result.segmentation,
    segments: canonicalJson(result.segmentCodes),
    cutOffs: canonicalJson(cutOffs),
  }
  return encodeTable({ rows: result.rows, meta, columns })
}

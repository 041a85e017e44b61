import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDataset, decodeDataset, encodeDataset } from '#src/engine/index.ts'
import { decodeTable, encodeTable } from '#src/lib/columns/binary.ts'
import { booleanColumn, codeColumn, dayColumn, numberColumn } from '#src/lib/columns/build-columns.ts'
import type { Table } from '#src/lib/columns/column-types.ts'

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
const row = fc.record({
  number: fc.option(fc.double({ noDefaultInfinity: true, noNaN: true })),
  code: fc.option(fc.string({ unit: 'grapheme', maxLength: 4 })),
  day: fc.option(day.map((one) => one.toISOString().slice(0, 10))),
  flag: fc.option(fc.boolean()),
  text: fc.string({ unit: 'grapheme', maxLength: 6 }),
})

describe('table bytes', () => {
  it('read back what was written, twice the same bytes', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const table: Table = {
          rows: rows.length,
          meta: { name: 'é', count: 3, none: null },
          columns: {
            number: numberColumn(rows.map((one) => one.number)),
            code: codeColumn(rows.map((one) => one.code)),
            day: dayColumn(rows.map((one) => one.day)),
            flag: booleanColumn(rows.map((one) => one.flag)),
            text: { kind: 'text', values: rows.map((one) => one.text) },
          },
        }
        const bytes = encodeTable(table)
        const read = decodeTable(bytes)
        expect(read).toEqual(table)
        expect(encodeTable(read)).toEqual(bytes)
      }),
    )
  })

  it('read from the middle of a larger buffer', () => {
    const table: Table = { rows: 2, meta: {}, columns: { x: numberColumn([1, null]) } }
    const bytes = encodeTable(table)
    const shifted = new Uint8Array(bytes.length + 3)
    shifted.set(bytes, 3)
    expect(decodeTable(shifted.subarray(3))).toEqual(table)
  })

  it('write one NaN and no −0', () => {
    const odd = Float64Array.of(-0, 1)
    new Uint32Array(odd.buffer).set([7, 0xfff8_0000], 2)
    const plain = {
      rows: 2,
      meta: {},
      columns: { x: { kind: 'number', values: Float64Array.of(0, NaN) } },
    } as const
    const bytes = encodeTable({ rows: 2, meta: {}, columns: { x: { kind: 'number', values: odd } } })
    expect(bytes).toEqual(encodeTable(plain))
  })

  it('refuse what is not a table or is cut short', () => {
    const bytes = encodeTable({ rows: 4, meta: {}, columns: { x: numberColumn([1, 2, 3, 4]) } })
    expect(() => decodeTable(new Uint8Array(16))).toThrow(RangeError)
    expect(() => decodeTable(bytes.slice(0, -8))).toThrow('cut short')
    expect(() => encodeTable({ rows: 3, meta: {}, columns: { x: numberColumn([1]) } })).toThrow(RangeError)
  })
})

describe('dataset', () => {
  const build = (order: readonly number[]) => {
    const rows = [
      { id: 'b', x: 2, specialty: 'gp', previous: null },
      { id: 'a', x: null, specialty: null, previous: 'S1' },
      { id: 'c', x: -0, specialty: 'cardio', previous: 'S0' },
    ]
    const picked = order.map((index) => rows[index]).filter((one) => one !== undefined)
    return createDataset({
      hcpIds: picked.map((one) => one.id),
      referenceDay: '2026-01-01',
      criteria: { x: numberColumn(picked.map((one) => one.x)) },
      attributes: { specialty: codeColumn(picked.map((one) => one.specialty)) },
      previousSegment: codeColumn(picked.map((one) => one.previous)),
    })
  }

  it('is the same whatever the order of rows', () => {
    const bytes = encodeDataset(build([0, 1, 2]))
    expect(encodeDataset(build([2, 0, 1]))).toEqual(bytes)
    expect(decodeDataset(bytes)).toEqual(build([1, 2, 0]))
    expect(decodeDataset(bytes).hcpIds).toEqual(['a', 'b', 'c'])
  })

  it('refuses an hcp that comes twice and a column of another length', () => {
    expect(() => build([0, 0])).toThrow('comes twice')
    const input = { hcpIds: ['a'], referenceDay: '2026-01-01', criteria: { x: numberColumn([1, 2]) } }
    expect(() => createDataset(input)).toThrow('2 rows')
  })
})

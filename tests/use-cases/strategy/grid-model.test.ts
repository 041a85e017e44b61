import { expect, test } from 'vitest'
import {
  cellValue,
  changeRow,
  parseBlock,
  pasteBlock,
  rowOf,
  setCell,
  type Grid,
} from '#src/client/strategy/grid-model.ts'

const empty: Grid = { segmentation: 'general', combine: 'max', rows: [] }
const contacts = (segment: string, channel = 'visite') => ({ segment, column: { channel, product: null } })
const shown = (segment: string, product: string) => ({ segment, column: { channel: 'visite', product } })

test('a number in an empty cell makes a row with the priority of its segment, and 0 takes it away', () => {
  const one = setCell(empty, contacts('A1'), 4, 1)
  expect(rowOf(one, 'A1', 'visite')).toMatchObject({
    contacts: 4,
    minimum: 1,
    priority: 1,
    maxCredited: null,
  })
  expect(setCell(one, contacts('A1'), 0, 1).rows).toEqual([])
})

test('products raise the contacts of their row: to their maximum, or to their sum', () => {
  const some = setCell(setCell(empty, shown('A1', 'P1'), 3, 1), shown('A1', 'P2'), 2, 1)
  expect(cellValue(some, contacts('A1'))).toBe(3)
  expect(cellValue({ ...some, combine: 'sum' }, contacts('A1'))).toBe(5)
})

test('fewer contacts cut what they can no more show, and keep credit and minimum coherent', () => {
  const full = setCell(setCell(empty, shown('A1', 'P1'), 6, 1), shown('A1', 'P2'), 4, 1)
  const credited = changeRow(full, 'A1', 'visite', { maxCredited: 8, minimum: 5 })
  const cut = rowOf(setCell(credited, contacts('A1'), 2, 1), 'A1', 'visite')
  expect(cut?.presentations.map(({ presentations }) => presentations)).toEqual([2, 2])
  expect([cut?.contacts, cut?.minimum, cut?.maxCredited]).toEqual([2, 2, 8])
  const more = rowOf(setCell(credited, contacts('A1'), 9, 1), 'A1', 'visite')
  expect(more?.maxCredited).toBe(9)
})

test('a block from a spreadsheet is written as far as the sheet goes, words left out', () => {
  const sheet = {
    segments: [
      { code: 'A1', rank: 1 },
      { code: 'A2', rank: 2 },
    ],
    columns: [
      { channel: 'visite', product: null },
      { channel: 'telephone', product: null },
    ],
  }
  const block = parseBlock('4\t1\tx\r\n3\tn/a\r\n2\t2\r\n')
  expect(block).toEqual([
    [4, 1, null],
    [3, null],
    [2, 2],
  ])
  const grid = pasteBlock(empty, block, { row: 0, column: 0 }, sheet)
  const values = [contacts('A1'), contacts('A1', 'telephone'), contacts('A2'), contacts('A2', 'telephone')]
  expect(values.map((cell) => cellValue(grid, cell))).toEqual([4, 1, 3, 0])
})

test('nothing goes beyond what a year holds', () => {
  expect(cellValue(setCell(empty, contacts('A1'), 999, 1), contacts('A1'))).toBe(366)
  expect(cellValue(setCell(empty, contacts('A1'), -3, 1), contacts('A1'))).toBe(0)
})

import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { engine, rowsOf } from './engine-command.ts'

const file = fileURLToPath(
  new URL('../../../../shared/data/prescribers-us/prescribers_1000.csv', import.meta.url),
)
const isAbsent = !existsSync(file)
if (isAbsent) console.warn('skipped: 1,000 real prescribers are not beside the project (../shared/data)')

const columns = ['cost', 'benes', 'opioidLAClaims']

async function classes(column: string, ...method: string[]): Promise<string[]> {
  const { out } = await engine(
    'classify',
    '--data',
    file,
    '--id',
    'npi',
    '--value',
    column,
    '--method',
    ...method,
  )
  return rowsOf(out).map((row) => row['class'] ?? '')
}

/** The values of a column, null = missing, and a class for each that is there from a rule on all values. */
function expected(column: string, rule: (value: number, all: readonly number[]) => number): string[] {
  const cells = rowsOf(readFileSync(file, 'utf8')).map((row) => row[column] ?? '')
  const all = cells.filter((cell) => cell !== '').map(Number)
  return cells.map((cell) => (cell === '' ? '' : String(rule(Number(cell), all))))
}

function quantile(all: readonly number[], share: number): number {
  const sorted = all.toSorted((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? 0
  return low + (at - Math.floor(at)) * ((sorted[Math.ceil(at)] ?? 0) - low)
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + Math.max(value, 0), 0)

describe.skipIf(isAbsent)(
  'classes of 1,000 real prescribers, value by value (skipped where ../shared/data is absent)',
  { timeout: 60_000 },
  () => {
    it.each(columns)(
      '%s: quintiles, groups of SAS, volume, ABC by value and by head-count',
      async (column) => {
        expect(await classes(column, 'quantiles', '--k', '4')).toEqual(
          expected(column, (value, all) => 4 - [1, 2, 3].filter((j) => value >= quantile(all, j / 4)).length),
        )
        expect(await classes(column, 'rank', '--k', '10')).toEqual(
          expected(column, (value, all) => {
            const [under, equal] = [all.filter((one) => one < value), all.filter((one) => one === value)]
            return Math.floor(((under.length + (equal.length + 1) / 2) * 10) / (all.length + 1))
          }),
        )
        expect(await classes(column, 'volume', '--k', '4')).toEqual(
          expected(column, (value, all) => {
            const before = sum(all.filter((one) => one > value))
            return Math.min(4, 1 + Math.floor((4 * before) / sum(all)))
          }),
        )
        expect(await classes(column, 'abc')).toEqual(
          expected(column, (value, all) => {
            const [upTo, above] = [sum(all.filter((one) => one >= value)), all.some((one) => one > value)]
            return above ? 1 + [0.8, 0.95].filter((limit) => upTo > limit * sum(all)).length : 1
          }),
        )
        expect(await classes(column, 'abc-count', '--limits', '10,30,60')).toEqual(
          expected(column, (value, all) => {
            const upTo = all.filter((one) => one >= value).length
            const above = all.some((one) => one > value)
            return above ? 1 + [10, 30, 60].filter((limit) => upTo * 100 > limit * all.length).length : 1
          }),
        )
      },
    )
  },
)

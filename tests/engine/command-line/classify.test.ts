import { afterAll, describe, expect, it } from 'vitest'
import { engine, rowsOf, scratch } from './engine-command.ts'

const files = scratch()
afterAll(files.remove)

const turnover = [9000, 8125, 900, 900, 800, 600, 500, 375, 200, 10]

async function classes(values: readonly (number | string)[], ...method: string[]) {
  const lines = values.map((value, index) => `c${index},${value}`)
  const data = files.write('values.csv', ['id,v', ...lines].join('\n'))
  const { out } = await engine(
    'classify',
    '--data',
    data,
    '--id',
    'id',
    '--value',
    'v',
    '--method',
    ...method,
  )
  const rows = rowsOf(out)
  expect(rows.map((row) => [row['id'], row['value']])).toEqual(
    values.map((value, i) => [`c${i}`, String(value)]),
  )
  return rows.map((row) => row['class']).join('')
}

describe('classes on the command line', () => {
  it('are those of the worked examples', async () => {
    expect(await classes(turnover, 'abc')).toBe('1122223333')
    expect(await classes(turnover, 'abc', '--limits', '85,95')).toBe('1122223333')
    expect(await classes(turnover, 'abc-count')).toBe('1122233333')
    expect(await classes([10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 'abc-count')).toBe('1122233333')
    expect(await classes([7, 6, 5, 4, 3, 2, 1], 'abc-count')).toBe('1223333')
    expect(await classes(turnover, 'volume', '--k', '4')).toBe('1244444444')
    expect(await classes([40, 25, 15, 10, 5, 5], 'volume', '--k', '4')).toBe('123444')
    expect(await classes([7, 3, 2, 8], 'rank', '--k', '4')).toBe('2103')
  })

  it('keep the order of the file, and leave a missing value without a class', async () => {
    expect(await classes([3, '', 12, 7, -2], 'thresholds', '--cuts', '10,5')).toBe('3123')
    expect(await classes([1, 2, '', 3, 4], 'quantiles', '--k', '2')).toBe('2211')
  })

  it('take the group that crosses a limit when asked to reach it', async () => {
    expect(await classes([50, 40, 10], 'abc')).toBe('123')
    expect(await classes([50, 40, 10], 'abc', '--reach')).toBe('112')
  })
})

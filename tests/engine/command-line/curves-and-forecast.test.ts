import { existsSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { eightProducts } from '../allocate/eight-products.ts'
import { physicianLines } from '../forecast/physician-lines.ts'
import { engine, fixture, rowsOf, scratch } from './engine-command.ts'

const files = scratch()
afterAll(files.remove)

describe('response curves on the command line', () => {
  it('fits the curve of the worked example', async () => {
    const { min, max, c, d, rmse } = JSON.parse((await engine('fit', '--points', fixture('points.csv'))).out)
    expect([min, max, c, d, rmse].map((value: number) => value.toFixed(4))).toEqual([
      '0.3093',
      '1.6070',
      '3.4627',
      '0.8418',
      '0.0124',
    ])
    const few = files.write('few.csv', 'x,y\n0,1\n1,2\n1,3\n')
    expect((await engine('fit', '--points', few)).error).toMatch(
      /a curve needs four different x, there are 2\.$/,
    )
    const negative = files.write('negative.csv', 'x,y\n-1,1\n')
    expect((await engine('fit', '--points', negative)).error).toMatch(
      /row 2, column x: -1 is not a number from 0/,
    )
  })

  it('allocates 700 reps among eight products as published', async () => {
    const problem = files.write('problem.json', JSON.stringify({ capacity: 700, curves: eightProducts }))
    const { allocation, value } = JSON.parse((await engine('optimise', '--problem', problem)).out)
    expect(allocation).toEqual([220, 246, 117, 52, 30, 35, 0, 0])
    expect(value).toBeCloseTo(524.25, 2)
    const wrong = files.write(
      'wrong.json',
      JSON.stringify({ capacity: 7.5, curves: [{ ...eightProducts[0], c: 0 }] }),
    )
    const { error } = await engine('optimise', '--problem', wrong)
    expect(error).toMatch(/wrong\.json is not what is expected:\n {2}capacity: .*\n {2}curves\.0\.c: /)
  })
})

const header = 'id,group,goal,max,weight,done,exposure,prior_done,prior_exposure'

describe('forecast on the command line', () => {
  it('says goal, earned, expected, range and probability of each group, and its prior', async () => {
    const out = files.path('groups.csv')
    const { out: prior } = await engine('forecast', '--lines', fixture('lines.csv'), '--out', out)
    expect(JSON.parse(prior)).toMatchObject({ origin: 'run', lines: 40 })
    const rows = rowsOf(files.read('groups.csv'))
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'group',
      'lines',
      'goal',
      'earned',
      'expected',
      'low',
      'high',
      'probability',
    ])
    expect(rows.map((row) => [row['group'], row['lines'], row['goal'], row['earned']])).toEqual([
      ['North', '20', '110', '85'],
      ['South', '20', '115', '49'],
    ])
  })

  it('reads an empty maximum as no cap, and weights in thousandths', async () => {
    const lines = files.write('lines.csv', `${header}\na,g,10,,0.5,20,10,0,0\nb,g,4,5,1,9,4,0,0\n`)
    const [row] = rowsOf((await engine('forecast', '--lines', lines)).out)
    expect(row).toEqual({
      group: 'g',
      lines: '2',
      goal: '9',
      earned: '15',
      expected: '15',
      low: '15',
      high: '15',
      probability: '1',
    })
    const bad = files.write('bad.csv', `${header}\na,g,10,,0.1234,2,1,0,0\n`)
    expect((await engine('forecast', '--lines', bad)).error).toMatch(
      /row 2, column weight: 0.1234 has more than three/,
    )
    const half = files.write('half.csv', `${header}\na,g,2.5,,1,2,1,0,0\n`)
    expect((await engine('forecast', '--lines', half)).error).toMatch(
      /row 2, column goal: 2.5 is not a whole number/,
    )
  })

  it.skipIf(!existsSync(physicianLines.file))(
    'of 500 real physicians at the end of February gives the chances of the page (skipped where ../shared/data is absent)',
    async () => {
      const rows = physicianLines.read().map(({ id, sector, goal, february, priorDone }) => {
        const exposures = [(goal * 41) / 123, priorDone, (goal * 128) / 123]
        return [id, sector + 1, goal, goal + 2, 1, february, ...exposures].join(',')
      })
      const lines = files.write('physicians.csv', [header, ...rows].join('\n'))
      const [one, two] = rowsOf((await engine('forecast', '--lines', lines, '--keep', '0.8')).out)
      expect([one?.['goal'], one?.['earned'], two?.['goal'], two?.['earned']]).toEqual([
        '306',
        '116',
        '249',
        '101',
      ])
      expect(Number(one?.['expected'])).toBeCloseTo(245.2, 2)
      expect(Number(one?.['probability'])).toBeCloseTo(0.5195, 4)
      expect(Number(two?.['expected'])).toBeCloseTo(219.38, 2)
      expect(Number(two?.['probability'])).toBeCloseTo(0.9715, 4)
    },
  )
})

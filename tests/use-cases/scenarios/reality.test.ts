import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { setClock } from '#src/server/platform/clock.ts'
import { disconnect } from '#src/server/platform/db.ts'
import { createLab } from '../../../src/cli/create-lab.ts'
import type { FigureRow } from '../../../prisma/scenarios/reality/figures.ts'
import { asOfDays, playReality } from '../../../prisma/scenarios/reality/reality.ts'
import { freshDatabase, type TestDatabase } from '../../fixtures/database/test-database.ts'
import { directForecast, priorOf } from './direct-forecast.ts'
import { linesSql, type Line } from './reality.sql.ts'

const file = '../shared/data/physicians-calls/detailing_counts.csv'
const absent = !existsSync(file)
if (absent) console.warn(`skipped: ${file} is not here`)

const months = { '2026-02-28': 14, '2026-04-30': 16, '2026-06-30': 18 } as const
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const halfUp = (goal: number, line: Line) =>
  Math.floor((2000 * goal * line.gone + line.cycle) / (2 * line.cycle)) / 1000

function groups(lines: readonly Line[], level: FigureRow['level']): Map<string, Line[]> {
  const key = (line: Line) =>
    ({ network: '1', region: String(line.region), sector: String(line.sector), segment: line.segment })[level]
  return Map.groupBy(lines, key)
}

/** Sectors' expected, each rounded to thousandths half up, then summed. */
const expectedOf = (lines: readonly Line[]) =>
  sum(
    [...Map.groupBy(lines, (line) => line.sector).values()].map((own) =>
      halfUp(sum(own.map(({ goal }) => goal)), own[0] as Line),
    ),
  )

function statusOf(level: FigureRow['level'], lines: readonly Line[]): FigureRow['status'] {
  const earned = sum(lines.map((line) => line.earned))
  const { gone, cycle } = lines[0] as Line
  const expected =
    level === 'sector' ? (sum(lines.map(({ goal }) => goal)) * gone) / cycle : expectedOf(lines)
  if (earned < expected * 0.8 - 1e-9) return 'under'
  return earned > expected * 1.2 + 1e-9 ? 'over' : 'on_track'
}

describe.skipIf(absent)('scenario reality, against its own page', () => {
  let database: TestDatabase
  let figures: FigureRow[]

  beforeAll(async () => {
    database = await freshDatabase()
    const panel = readFileSync(file, 'utf8')
    setClock('2024-12-01T08:00:00.000Z')
    const lab = { name: 'Panel', slug: 'panel', adminEmail: 'admin@panel.example', adminName: 'Admin' }
    const { labId } = await createLab(database.urls.visee_owner, lab)
    const { rows } = await database.sql.query<{ id: string }>('SELECT id FROM member WHERE lab_id = $1', [
      labId,
    ])
    figures = await playReality(labId, rows[0]?.id ?? '', panel)
    const cells = panel
      .split(/\r?\n/)
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(',').map(Number))
    await database.sql.query('CREATE TABLE panel (id int, month int, scripts int, detailing int)')
    const columns = [0, 1, 2, 3].map((index) => cells.map((row) => row[index]))
    await database.sql.query(
      'INSERT INTO panel SELECT * FROM unnest($1::int[], $2::int[], $3::int[], $4::int[])',
      columns,
    )
  }, 300_000)

  afterAll(async () => {
    setClock(null)
    await disconnect()
    await database.drop()
  })

  it('gives the figures that the page quotes', () => {
    const at = (asOf: string, level: string, key: string) =>
      figures.find((row) => row.asOf === asOf && row.level === level && row.key === key)
    expect(at('2026-02-28', 'sector', '1')).toMatchObject({
      goal: 306,
      done: 116,
      earned: 116,
      expected: 102,
      coverage: 0.8,
      status: 'on_track',
    })
    expect(at('2026-02-28', 'sector', '1')?.forecast).toBeCloseTo(245.2, 1)
    expect(at('2026-02-28', 'sector', '1')?.probability).toBeCloseTo(0.5195, 4)
    expect(at('2026-02-28', 'sector', '2')).toMatchObject({
      goal: 249,
      done: 101,
      earned: 101,
      expected: 83,
      coverage: 0.88,
      status: 'over',
    })
    expect(at('2026-02-28', 'sector', '2')?.forecast).toBeCloseTo(219.38, 1)
    expect(at('2026-02-28', 'sector', '2')?.probability).toBeCloseTo(0.9715, 4)
    expect(at('2026-06-30', 'network', '1')).toMatchObject({ done: 5587, earned: 4282, goal: 5760 })
  })

  it.each(asOfDays)('on %s every figure of every perimeter is what SQL says', async (asOf) => {
    const { rows: lines } = await database.sql.query<Line>(linesSql, [asOf, months[asOf]])
    const prior = priorOf(lines)
    let compared = 0
    for (const level of ['network', 'region', 'sector', 'segment'] as const) {
      const wanted = groups(lines, level)
      const got = figures.filter((row) => row.asOf === asOf && row.level === level)
      expect(got.map(({ key }) => key).toSorted()).toEqual([...wanted.keys()].toSorted())
      for (const row of got) {
        const own = wanted.get(row.key) ?? []
        const [goal, earned] = [sum(own.map((line) => line.goal)), sum(own.map((line) => line.earned))]
        const name = `${asOf} ${level} ${row.key}`
        expect(row, name).toMatchObject({
          hcps: own.length,
          goal,
          earned,
          done: sum(own.map(({ done }) => done)),
          status: statusOf(level, own),
        })
        expect(row.attainment, name).toBeCloseTo(earned / goal, 12)
        expect(row.coverage, name).toBeCloseTo(own.filter(({ done }) => done > 0).length / own.length, 12)
        expect(row.atFrequency, name).toBeCloseTo(
          own.filter((line) => line.done >= line.goal).length / own.length,
          12,
        )
        expect(row.expected, name).toBeCloseTo(expectedOf(own), 6)
        compared++
      }
    }
    for (const [key, own] of groups(lines, 'sector')) {
      const row = figures.find((one) => one.asOf === asOf && one.level === 'sector' && one.key === key)
      const direct = directForecast(own, prior)
      expect(row?.probability, `${asOf} sector ${key}`).toBeCloseTo(direct.probability, 8)
      expect(row?.forecast, `${asOf} sector ${key}`).toBeCloseTo(direct.forecast, 2)
    }
    expect(compared).toBe(1 + 4 + 20 + 9)
  })
})

import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { afterAll, describe, expect, it } from 'vitest'
import { configurationSchema } from '#src/engine/index.ts'
import { engine, fixture, rowsOf, scratch } from './engine-command.ts'

const files = scratch()
afterAll(files.remove)

const cycle = ['--config', fixture('cycle.json'), '--data', fixture('hcps.csv')]
const asText = (file: string) => readFileSync(fixture(file), 'utf8')

describe('a cycle on the command line', () => {
  it('has a schema, the one that configurations are read with', async () => {
    const { out } = await engine('schema')
    expect(JSON.parse(out)).toEqual(
      JSON.parse(JSON.stringify(z.toJSONSchema(configurationSchema, { io: 'input' }))),
    )
  })

  it('is run on a file, in its order: axes, classes, cell, rule, segment, frequencies', async () => {
    const { out } = await engine('run', ...cycle)
    const rows = rowsOf(out)
    expect(Object.keys(rows[0] ?? {})).toEqual([
      'id',
      'potential',
      'potential_class',
      'affinity',
      'affinity_class',
      'cell',
      'rule',
      'segment',
      'visit',
      'remote',
    ])
    expect(rows.map((row) => row['id'])).toEqual(rowsOf(asText('hcps.csv')).map((row) => row['id']))
    const of = (id: string) => Object.values(rows.find((row) => row['id'] === id) ?? {}).join(',')
    expect(of('H12')).toBe('H12,610,A,92.5,1,A/1,,A1,6,2')
    expect(of('H11')).toBe('H11,150,B,,2,B/2,,B2,3,')
    expect(of('H09')).toBe('H09,300,B,22.5,2,B/2,no-access,excluded,,')
    expect(of('H08')).toBe('H08,,,85,1,,,non-qualifie,,')
  })

  it('says what it counted, and from what, when the rows go to a file', async () => {
    const file = files.path('out.csv')
    const told = JSON.parse((await engine('run', ...cycle, '--out', file)).out)
    expect(files.read('out.csv')).toBe((await engine('run', ...cycle)).out)
    expect(told).toMatchObject({
      segmentation: 'general',
      hcps: 12,
      excluded: 1,
      rules: [{ rule: 'no-access', matched: 1, caught: 1 }],
      contacts: [
        { channel: 'visit', contacts: 31 },
        { channel: 'remote', contacts: 6 },
      ],
    })
    const [header = '', ...lines] = asText('hcps.csv').trim().split('\n')
    const data = files.write('reversed.csv', [header, ...lines.toReversed()].join('\r\n'))
    const other = JSON.parse(
      (await engine('run', '--config', fixture('cycle.json'), '--data', data, '--out', file)).out,
    )
    expect(other).toEqual(told)
  })

  it('with a third axis has cells of three classes', async () => {
    const cycleWithLayers = JSON.parse(asText('cycle.json'))
    const [general] = cycleWithLayers.segmentations
    const access = { ...general.axes[1], code: 'access', source: { kind: 'criterion', criterion: 'access' } }
    general.axes.push(access)
    general.matrix.layers = 'access'
    general.matrix.cells.push(...general.matrix.cells)
    const config = files.write('layers.json', JSON.stringify(cycleWithLayers))
    const { out, error } = await engine('run', '--config', config, '--data', fixture('hcps.csv'))
    expect(error).toBe('')
    expect(rowsOf(out).map((row) => row['cell'])).toEqual([
      'A/1/1',
      'A/2/2',
      'A/1/1',
      'A/1/1',
      'B/2/2',
      'B/2/2',
      'B/2/1',
      'C/2/2',
      'C/1/1',
      'C/2/1',
      'C/1/2',
      '',
    ])
  })

  it('explains one hcp', async () => {
    const told = JSON.parse((await engine('explain', ...cycle, '--id', 'H02')).out)
    expect(told).toMatchObject({ hcpId: 'H02', segment: 'B2', status: 'segment' })
    expect((await engine('explain', ...cycle, '--id', 'H99')).error).toMatch(
      /hcps\.csv: there is no hcp H99\.$/,
    )
  })

  it('is compared with another: who moves, from where to where, contacts of each sector', async () => {
    const file = files.path('movers.csv')
    const sides = ['--config', fixture('next-cycle.json'), '--against', fixture('cycle.json')]
    const { out } = await engine('diff', ...sides, '--data', fixture('hcps.csv'), '--out', file)
    expect(JSON.parse(out)).toEqual({
      present: 12,
      moved: 1,
      transitions: [{ from: 'C1', to: 'C2', hcps: 1 }],
      entries: [],
      exits: [],
      contacts: { before: 37, after: 36 },
      sectors: [
        { sector: 'S1', before: 17, after: 17, difference: 0 },
        { sector: 'S2', before: 20, after: 19, difference: -1 },
      ],
    })
    expect(files.read('movers.csv')).toBe('id,from,to,contacts_before,contacts_after\nH06,C1,C2,1,0\n')
  })

  it('that does not hold together, or data that it cannot read, are named', async () => {
    const run = async (config: string, data: string) =>
      (await engine('run', '--config', files.write('c.json', config), '--data', files.write('d.csv', data)))
        .error
    const good = asText('cycle.json')
    expect(await run('{', asText('hcps.csv'))).toMatch(/c\.json: not JSON/)
    expect(await run(good.replace('"version": 1', '"version": 9'), '')).toMatch(
      /is not what is expected:\n {2}version/,
    )
    expect(await run(good.replace('"C2"]', '"C9"]'), '')).toMatch(
      /does not hold together:\n .*cells.*unknown-segment/,
    )
    const data = (cells: string) => `id,potential,affinity,access\n${cells}\n`
    expect(await run(good, data('a,1,2,ajar'))).toMatch(
      /d\.csv, row 2, column access: "ajar" is not an option/,
    )
    expect(await run(good, data('a,1,12,open'))).toMatch(/row 2, column affinity: 12 is not on the scale/)
    expect(await run(good, data('a,1,2,open\na,1,2,open'))).toMatch(/row 3, column id: a comes twice/)
    expect(await run(good, 'id,potential,access\na,1,open\n')).toMatch(
      /row 1, column affinity: there is no such column/,
    )
  })
})

import { writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { engine, rowsOf, scratch } from './engine-command.ts'

const files = scratch()
afterAll(files.remove)

let number = 0
const classify = (content: string, ...more: string[]) => {
  number += 1
  const data = files.write(`values-${number}.csv`, content)
  const method = more.length > 0 ? more : ['--method', 'quantiles', '--k', '2']
  return engine('classify', '--data', data, '--id', 'id', '--value', 'v', ...method)
}

describe('a CSV file', () => {
  it('is read with quotes, commas and line ends inside, either line end, a mark at the start, blank lines at the end', async () => {
    const { out } = await classify('\uFEFFid,"v"\r\n"Smith, ""J""",1\r\n"two\nlines",3\r\n\r\n')
    expect(rowsOf(out)).toEqual([
      { id: 'Smith, "J"', value: '1', class: '2' },
      { id: 'two\nlines', value: '3', class: '1' },
    ])
    expect(out).toBe('id,value,class\n"Smith, ""J""",1,2\n"two\nlines",3,1\n')
  })

  it('that cannot be read is named with its row and its column', async () => {
    const cases: [content: string, message: RegExp][] = [
      ['id,v\na,1\nb,x\n', /values-\d+\.csv, row 3, column v: "x" is not a number with a decimal point\.$/],
      ['id,v\na,"1,5"\n', /row 2, column v: "1,5" is not a number/],
      ['id,v\na,1\nb\n', /row 3, column v: the row has 1 cells, the header 2\.$/],
      ['id,v\na,1,2\n', /row 2, column 3: the row has 3 cells, the header 2\.$/],
      ['id,v\na,1\nb,"2\n', /row 3, column 2: a quotation mark/],
      ['id,w\na,1\n', /row 1, column v: there is no such column among id, w\.$/],
      ['id,v,v\na,1,1\n', /row 1, column v: this column comes twice\.$/],
      ['', /the file has no header line\.$/],
      ['id,v\na,Infinity\n', /row 2, column v: "Infinity" is not a number/],
    ]
    for (const [content, message] of cases) {
      const answer = await classify(content)
      expect(answer.code).toBe(1)
      expect(answer.error).toMatch(message)
      expect(answer.error).not.toContain('    at ')
      expect(answer.out).toBe('')
    }
  })

  it('that is not there, not text, or a folder, is named', async () => {
    const of = (data: string) =>
      engine('classify', '--data', data, '--id', 'a', '--value', 'b', '--method', 'abc')
    expect((await of(files.path('none.csv'))).error).toMatch(/none\.csv: there is no such file\.$/)
    expect((await of(files.path('.'))).error).toMatch(/it is a folder\.$/)
    const latin = files.write('latin.csv', '')
    writeFileSync(latin, Buffer.from([0x69, 0xe9, 0x0a]))
    expect((await of(latin)).error).toMatch(/latin\.csv: the file is not UTF-8 text\.$/)
  })
})

describe('a command line', () => {
  it('that is not as it should be gets its usage, and the code 2', async () => {
    const cases: [parameters: string[], message: string][] = [
      [[], 'Usage: npm run --silent engine -- schema|run|'],
      [['explode'], 'There is no command explode.'],
      [['toString'], 'There is no command toString.'],
      [['fit'], '--points is missing.\nUsage: npm run --silent engine -- fit --points'],
      [['fit', '--point', 'x'], "Unknown option '--point'."],
      [['fit', 'x'], 'Unexpected argument'],
      [
        ['classify', '--id', 'a', '--value', 'b', '--method', 'best'],
        '--method is one of thresholds, quantiles',
      ],
      [
        ['classify', '--id', 'a', '--value', 'b', '--method', 'abc', '--k', '5'],
        '--k says nothing to the method abc.',
      ],
      [
        ['classify', '--id', 'a', '--value', 'b', '--method', 'rank', '--k', '1'],
        '--k is a whole number from 2 to 1000',
      ],
      [['classify', '--id', 'a', '--value', 'b', '--method', 'thresholds'], '--cuts is missing.'],
      [
        ['classify', '--id', 'a', '--value', 'b', '--method', 'thresholds', '--cuts', '1,2'],
        'the highest first',
      ],
      [
        ['classify', '--id', 'a', '--value', 'b', '--method', 'abc', '--limits', '95,80'],
        '--limits is a list',
      ],
      [['forecast', '--lines', 'x', '--keep', '1.2'], '--keep is a share from 0 to 1'],
      [['forecast', '--lines', 'x', '--memory', 'y'], '--memory is a number'],
      [['rfm', '--id', 'a', '--date', 'd', '--recency', 'r'], 'not both'],
      [['rfm', '--id', 'a', '--date', 'd', '--amount', 'r', '--as-of', '2026-02-30'], '--as-of is a day'],
    ]
    for (const [parameters, message] of cases) {
      const answer = await engine(...parameters)
      expect([parameters, answer.code]).toEqual([parameters, 2])
      expect(answer.error).toContain(message)
      expect(answer.error).toContain('Usage: npm run --silent engine -- ')
    }
  })

  it('that asks for help gets it', async () => {
    const { code, out } = await engine('optimise', '--help')
    expect([code, out]).toEqual([
      0,
      'Usage: npm run --silent engine -- optimise --problem problem.json [--out FILE]\n',
    ])
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import { rehearsalTree } from './rehearsal-tree.ts'

// In the engine: a line that breaks its purity, and a word of what the linter must answer.
const impure: [name: string, line: string, answer: RegExp][] = [
  ['clock', 'export const a = Date.now()', /Date\.now/],
  ['aliased-clock', 'export const a = globalThis.Date.now()', /globalThis/],
  ['empty-date', 'export const a = new Date()', /empty new Date/],
  ['random', 'export const a = Math.random()', /Math\.random/],
  ['process', 'export const a = process.env', /process/],
  ['fetch', "export const a = fetch('x')", /fetch/],
  ['console', "console.log('x')", /console/],
  ['intl', "export const a = new Intl.NumberFormat('fr')", /Intl/],
  ['locale', 'export const a = (1).toLocaleString()', /toLocale/],
  ['collation', "export const a = 'a'.localeCompare('b')", /localeCompare/],
  ['await', 'export async function a() { return 1 }', /async/],
  ['dynamic-import', "export const a = () => import('./b.ts')", /dynamic import/],
  ['eval', "export const a = eval('1')", /eval/],
  ['new-function', "export const a = new Function('return 1')", /Function/],
  ['pow', 'export const a = Math.pow(2, 3)', /Math\.pow/],
]

const elsewhere: [file: string, content: string, answer: RegExp][] = [
  ['src/contracts/any.ts', 'export const a = (b: any) => b', /no-explicit-any/],
  [
    'src/contracts/not-null.ts',
    'export const a = (b: { c?: { d: number } }) => b.c!.d',
    /no-non-null-assertion/,
  ],
  ['src/contracts/default.ts', 'export default 1', /default/],
  ['src/contracts/BadName.ts', 'export const a = 1', /filename-case/],
  [
    'src/contracts/long.ts',
    Array.from({ length: 401 }, (_, n) => `export const a${n} = ${n}`).join('\n'),
    /max-lines/,
  ],
  [
    'src/server/repositories/raw.ts',
    'export const a = (tx: { $queryRawUnsafe(s: string): void }) => tx.$queryRawUnsafe("")',
    /tagged template/,
  ],
  ['src/contracts/loud.ts', "console.log('x')", /no-console/],
  ['src/contracts/floating.ts', 'export const a = () => { Promise.resolve(1) }', /no-floating-promises/],
]

describe('lint rules', () => {
  const tree = rehearsalTree({
    ...Object.fromEntries(impure.map(([name, line]) => [`src/engine/axes/${name}.ts`, `${line}\n`])),
    'src/engine/axes/b.ts': 'export const b = 1\n',
    ...Object.fromEntries(elsewhere.map(([file, content]) => [file, `${content}\n`])),
  })
  afterAll(tree.remove)
  const said = (file: string) => tree.run('oxlint', '--type-aware', file)

  it.each(impure)('the engine refuses %s', (name, _line, answer) => {
    const { status, output } = said(`src/engine/axes/${name}.ts`)
    expect(status).not.toBe(0)
    expect(output).toMatch(answer)
  })

  it.each(elsewhere)('%s is refused', (file, _content, answer) => {
    const { status, output } = said(file)
    expect(status).not.toBe(0)
    expect(output).toMatch(answer)
  })

  it('a pure file passes', () => {
    expect(said('src/engine/axes/b.ts')).toMatchObject({ status: 0 })
  })
})

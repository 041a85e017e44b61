import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

type Lock = { packages: Record<string, { version?: string }> }
type Manifest = { scripts: Record<string, string> }

const json = <T>(file: string) => JSON.parse(readFileSync(file, 'utf8')) as T
const lock = json<Lock>('package-lock.json')

const minimums: Record<string, string> = { next: '16.4.5', 'next-auth': '4.24.15', nodemailer: '9.1.1' }

function isOlder(version: string, minimum: string): boolean {
  const [ours, least] = [version, minimum].map((one) => one.split(/[.+-]/).slice(0, 3).map(Number))
  const at = [0, 1, 2].find((part) => ours?.[part] !== least?.[part])
  return at !== undefined && (ours?.[at] ?? 0) < (least?.[at] ?? 0)
}

/** Packages of a lock file, wherever they are nested, that are older than what is safe, or may not be there at all. */
function unsafe({ packages }: Lock): string[] {
  return Object.entries(packages).flatMap(([place, { version = '0.0.0' }]) => {
    const name = place.replace(/^.*node_modules\//, '')
    const minimum = minimums[name]
    if (name === 'xlsx') return [`${place}: forbidden`]
    return minimum !== undefined && isOlder(version, minimum) ? [`${place}: ${version} < ${minimum}`] : []
  })
}

describe('packages', () => {
  it('none is older than what is safe, and none is forbidden', () => {
    expect(Object.keys(lock.packages).length).toBeGreaterThan(300)
    expect(lock.packages['node_modules/next']).toBeDefined()
    expect(unsafe(lock)).toEqual([])
  })

  it('one that is too old or forbidden is seen, at any depth', () => {
    const packages = {
      'node_modules/next': { version: '16.4.4' },
      'node_modules/a/node_modules/next-auth': { version: '4.24.15' },
      'node_modules/b/node_modules/nodemailer': { version: '8.20.0' },
      'node_modules/c/node_modules/xlsx': { version: '0.18.5' },
      'node_modules/d': { version: '0.0.1' },
    }
    expect(unsafe({ packages })).toEqual([
      'node_modules/next: 16.4.4 < 16.4.5',
      'node_modules/b/node_modules/nodemailer: 8.20.0 < 9.1.1',
      'node_modules/c/node_modules/xlsx: forbidden',
    ])
  })

  it('exceljs never reads a file', () => {
    const readers = globSync('{src,app,components,prisma}/**/*.{ts,tsx}').filter((file) =>
      /\.xlsx\.(?:load|read|readFile)\(/.test(readFileSync(file, 'utf8')),
    )
    expect(readers).toEqual([])
  })
})

/** `npm run x` and `npm test` in a text, and what stands after one in its line of a table. */
function commandsIn(text: string): string[] {
  const named = [...text.matchAll(/(?:^|`|&& )npm (?:run )?(?:--\S+ )*([a-z][\w:-]*)/gm)].map(
    ([, name]) => name ?? '',
  )
  const listed = text
    .split('\n')
    .filter((line) => line.startsWith('| `npm run'))
    .flatMap((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([a-z][\w:-]*)`/g)].map(([, name]) => name ?? ''),
    )
  return [...new Set([...named, ...listed])].filter((name) => !['ci', 'install', 'audit', 'i'].includes(name))
}

describe('the README', () => {
  const { scripts } = json<Manifest>('package.json')

  it('names commands that exist', () => {
    const commands = commandsIn(readFileSync('README.md', 'utf8'))
    expect(commands).toEqual(expect.arrayContaining(['demo', 'test', 'start', 'lint']))
    expect(commands.filter((name) => !(name in scripts))).toEqual([])
  })

  it('one that does not exist is seen', () => {
    const commands = commandsIn(
      'Run `npm run nothing -- -x`, `npm test`; npm is.\n| `npm run lint`, `gone`, `deps` | each |',
    )
    expect(commands).toEqual(['nothing', 'test', 'lint', 'gone', 'deps'])
  })

  it('tells every command that a person runs', () => {
    const commands = new Set(commandsIn(readFileSync('README.md', 'utf8')))
    const inner = ['generate', 'build:needed', 'format:write', 'db:migrate', 'db:seed']
    expect(Object.keys(scripts).filter((name) => !commands.has(name) && !inner.includes(name))).toEqual([])
  })
})

import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const carried = [
  'package.json',
  'tsconfig.json',
  '.oxlintrc.json',
  '.dependency-cruiser.cjs',
  'tests/guards/house-rules.js',
]

export type RehearsalTree = {
  run: (program: string, ...parameters: string[]) => { status: number | null; output: string }
  remove: () => void
}

/** A small tree with the project's own rules and the given files: what a tool says of a violation that really stands there. */
export function rehearsalTree(files: Record<string, string>): RehearsalTree {
  const root = mkdtempSync(path.join(os.tmpdir(), 'visee-guard-'))
  const place = (name: string) => {
    const target = path.join(root, name)
    mkdirSync(path.dirname(target), { recursive: true })
    return target
  }
  for (const name of carried) copyFileSync(name, place(name))
  for (const [name, content] of Object.entries(files)) writeFileSync(place(name), content)
  for (const folder of ['app', 'components', 'src', 'prisma'])
    mkdirSync(path.join(root, folder), { recursive: true })
  symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'))
  return {
    run: (program, ...parameters) => {
      const result = spawnSync(path.resolve('node_modules/.bin', program), parameters, {
        cwd: root,
        encoding: 'utf8',
      })
      return { status: result.status, output: `${result.stdout}${result.stderr}` }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

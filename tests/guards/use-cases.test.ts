import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

const folder = 'src/server/use-cases'
const read = (file: string) => readFileSync(file, 'utf8')
const useCases = globSync(`${folder}/*/*.ts`)

const exported = (source: string): string[] =>
  [...source.matchAll(/^export (?:async )?(?:function|const) (\w+)/gm)].map(([, name]) => name ?? '')

/** `get-options` may be `getCycleOptions`: the words of the file, in their order, the verb first. */
function isNamedAfter(file: string, name: string): boolean {
  const words = path.basename(file, '.ts').split('-')
  const said = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).split('-')
  let at = -1
  return words[0] === said[0] && words.every((word) => (at = said.indexOf(word, at + 1)) !== -1)
}

/** What is wrong with the form of a use case. */
function formOf(file: string, source: string): string[] {
  const names = exported(source)
  const [name] = names
  return [
    ...(names.length === 1 && name ? [] : [`${file}: exports ${names.join(', ')}`]),
    ...(name && !isNamedAfter(file, name) ? [`${file}: ${name}`] : []),
    ...(/\b(?:prisma|bulkPool)\(/.test(source) ? [`${file}: takes a client of its own`] : []),
  ]
}

const changes = /\b(?:command|bulkCommand)\s*(?:<[^(]*>)?\(\s*actor\b/
const authorises = /\b(?:assertCan|mayCall)\(/
// What leaves as a file is a list: its wall is the filter of the reader's reach.
const filters = /\bscope\(/

/** The source with that of the steps that it imports, and of theirs. */
function withSteps(file: string, source: string, seen = new Set<string>()): string {
  const steps = [...source.matchAll(/from '(\.[^']+)'/g)]
    .map(([, from]) => path.join(path.dirname(file), from ?? ''))
    .filter((step) => step.includes('/steps/') && !seen.has(step) && existsSync(step))
  return steps.reduce((all, step) => {
    seen.add(step)
    return all + withSteps(step, read(step), seen)
  }, source)
}

// A person's own account: nothing of anybody else is named.
const ownAccount = ['set-locale.ts', 'sign-out-everywhere.ts']

describe('use cases', () => {
  it('are one sentence a file, and take no client of their own', () => {
    expect(useCases.length).toBeGreaterThan(80)
    expect(useCases.flatMap((file) => formOf(file, read(file)))).toEqual([])
  })

  it('that change something ask the policy, from the record', () => {
    const silent = useCases.filter((file) => {
      const source = read(file)
      const asks = path.basename(file).startsWith('export-') ? filters : authorises
      const whole = withSteps(file, source)
      return changes.test(source) && !authorises.test(whole) && !asks.test(whole)
    })
    expect(silent.map((file) => path.basename(file)).filter((name) => !ownAccount.includes(name))).toEqual([])
  })

  it('are all asked by somebody', () => {
    const askers = globSync('{src/server/api,src/server/jobs,src/cli,prisma,app}/**/*.{ts,tsx}')
      .map(read)
      .join('\n')
    const unasked = useCases.filter((file) => !askers.includes(file.slice(folder.length + 1)))
    expect(unasked).toEqual([])
  })

  it('clients are opened by the platform alone, apart from the list of labs', () => {
    const opened = globSync('src/server/{api,jobs,documents,repositories,use-cases}/**/*.ts').filter((file) =>
      /\b(?:prisma|bulkPool)\(/.test(read(file)),
    )
    expect(opened).toEqual(['src/server/repositories/work-repository.ts'])
  })

  it('the guard itself sees each', () => {
    const file = `${folder}/plans/steal-plan.ts`
    expect(formOf(file, 'export const stealPlan = 1\nexport const other = 2')).toEqual([
      `${file}: exports stealPlan, other`,
    ])
    expect(formOf(file, 'export async function takePlan() { prisma() }')).toEqual([
      `${file}: takePlan`,
      `${file}: takes a client of its own`,
    ])
    expect(formOf(file, 'export const stealSectorPlan = 1')).toEqual([])
    expect(changes.test('command<Plan>(\n    actor,')).toBe(true)
    expect(authorises.test(withSteps(file, "import { a } from '../account/get-account.ts'"))).toBe(false)
  })
})

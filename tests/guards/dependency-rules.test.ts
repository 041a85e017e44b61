import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { rehearsalTree } from './rehearsal-tree.ts'

type Cruise = {
  modules: { source: string }[]
  summary: { violations: { from: string; to: string; rule: { name: string } }[] }
}

const folders = ['app', 'components', 'src', 'prisma']
const parameters = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders]

// A file, what it wrongly imports, and the rule that must refuse it.
const violations: [file: string, imports: string, rule: string][] = [
  ['src/lib/a.ts', "import { b } from '#src/contracts/b.ts'", 'layer-lib'],
  ['src/lib/pkg.ts', "import * as z from 'zod'", 'packages-lib'],
  ['src/lib/node.ts', "import fs from 'node:fs'", 'packages-lib'],
  ['src/engine/axes/a.ts', "import { b } from '#src/contracts/b.ts'", 'layer-engine'],
  ['src/engine/axes/pkg.ts', "import * as z from 'zod'", 'packages-engine'],
  ['src/engine/axes/node.ts', "import fs from 'node:fs'", 'packages-engine'],
  ['src/engine/configuration/a.ts', "import { b } from '#src/policy/b.ts'", 'layer-engine-configuration'],
  ['src/contracts/a.ts', "import { b } from '#src/engine/index.ts'", 'layer-contracts'],
  ['src/policy/a.ts', "import { b } from '#src/server/use-cases/plans/b.ts'", 'layer-policy'],
  ['src/client/a.ts', "import { b } from '#src/engine/axes/b.ts'", 'layer-client'],
  ['src/server/platform/a.ts', "import { b } from '#src/server/repositories/b.ts'", 'layer-platform'],
  ['src/server/repositories/a.ts', "import { b } from '#src/policy/b.ts'", 'layer-repositories'],
  ['src/server/use-cases/plans/a.ts', "import { b } from '#src/server/platform/db.ts'", 'layer-use-cases'],
  [
    'src/server/use-cases/plans/c.ts',
    "import { b } from '#src/server/use-cases/cycles/b.ts'",
    'use-case-never-calls-a-use-case',
  ],
  ['src/server/api/a.ts', "import { b } from '#src/server/repositories/b.ts'", 'layer-api-and-jobs'],
  ['src/server/jobs/a.ts', "import { b } from '#src/generated/b.ts'", 'layer-api-and-jobs'],
  ['components/ui/a.ts', "import { b } from '#src/client/b.ts'", 'layer-ui'],
  ['components/charts/a.ts', "import { b } from '#components/shared/b.ts'", 'layer-charts'],
  ['components/shared/a.ts', "import { b } from '#components/layout/b.ts'", 'layer-shared'],
  ['components/plans/a.ts', "import { b } from '#components/cycles/b.ts'", 'layer-feature'],
  [
    'components/plans/server.ts',
    "import { b } from '#src/server/repositories/b.ts'",
    'browser-never-reaches-server',
  ],
  ['components/plans/typed.ts', "import type { b } from '#src/server/repositories/b.ts'", 'layer-feature'],
  ['app/a.ts', "import { b } from '#src/server/use-cases/plans/b.ts'", 'layer-app'],
  ['app/cli.ts', "import { b } from '#src/cli/b.ts'", 'only-the-outside-imports-itself'],
  ['src/lib/loop-a.ts', "import type { b } from './loop-b.ts'", 'no-circular'],
]

const targets = [
  ...['contracts', 'policy', 'client', 'generated', 'cli', 'engine/axes', 'server/platform'].map(
    (name) => `src/${name}/b.ts`,
  ),
  ...['server/repositories', 'server/use-cases/plans', 'server/use-cases/cycles'].map(
    (name) => `src/${name}/b.ts`,
  ),
  ...['shared', 'layout', 'cycles'].map((name) => `components/${name}/b.ts`),
  'src/engine/index.ts',
  'src/server/platform/db.ts',
]

describe('dependency rules', () => {
  const target = 'export const b = 1\nexport type b = number\n'
  const tree = rehearsalTree({
    ...Object.fromEntries(targets.map((name) => [name, target])),
    ...Object.fromEntries(
      violations.map(([file, imports]) => [
        file,
        `${imports}\nexport const a = 1\nexport type A = typeof a\n`,
      ]),
    ),
    'src/lib/loop-b.ts': "import type { A } from './loop-a.ts'\nexport type b = A\n",
  })
  const seen = JSON.parse(tree.run('depcruise', ...parameters).output) as Cruise
  afterAll(tree.remove)

  it.each(violations)('%s may not « %s »', (file, _imports, rule) => {
    const rules = seen.summary.violations.filter((one) => one.from === file).map((one) => one.rule.name)
    expect(rules).toContain(rule)
  })

  it('reads as many modules as there are source files, and finds nothing to refuse', () => {
    const result = spawnSync('node_modules/.bin/depcruise', parameters, {
      encoding: 'utf8',
      maxBuffer: 200_000_000,
    })
    const { modules, summary } = JSON.parse(result.stdout) as Cruise
    const ours = (name: string) => !name.startsWith('src/generated/')
    const files = globSync(`{${folders.join(',')}}/**/*.{ts,tsx}`).filter(
      (name) => ours(name) && !name.endsWith('.d.json.ts'),
    )
    const read = modules
      .map((one) => one.source)
      .filter((name) => ours(name) && /^(app|components|src|prisma)\/.*\.tsx?$/.test(name))
    expect(summary.violations.map((one) => `${one.rule.name}: ${one.from} → ${one.to}`)).toEqual([])
    expect(read.filter((name) => !name.endsWith('.d.json.ts')).toSorted()).toEqual(files.toSorted())
  })
})

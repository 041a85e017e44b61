// Who may import whom: one row a layer, everything absent is an error.
const layers = [
  { name: 'lib', from: '^src/lib/', may: ['^src/lib/'], packages: [] },
  { name: 'i18n', from: '^src/i18n/', may: ['^src/(i18n|lib)/'] },
  {
    name: 'engine-configuration',
    from: '^src/engine/configuration/',
    may: ['^src/(engine|lib)/'],
    packages: ['zod'],
  },
  { name: 'engine', from: '^src/engine/(?!configuration/)', may: ['^src/(engine|lib)/'], packages: [] },
  {
    name: 'contracts',
    from: '^src/contracts/',
    may: ['^src/(contracts|lib)/', '^src/engine/configuration/'],
    packages: ['zod', '@orpc/contract'],
  },
  { name: 'policy', from: '^src/policy/', may: ['^src/(policy|contracts|lib)/'] },
  {
    name: 'platform',
    from: '^src/server/platform/',
    may: ['^src/server/platform/', '^src/(contracts|lib|generated)/'],
  },
  {
    name: 'repositories',
    from: '^src/server/repositories/',
    may: ['^src/server/(repositories|platform)/', '^src/(contracts|lib|generated)/'],
  },
  {
    name: 'documents',
    from: '^src/server/documents/',
    may: ['^src/server/documents/', '^src/(contracts|i18n|lib)/', '^src/engine/index\\.ts$'],
  },
  {
    name: 'use-cases',
    from: '^src/server/use-cases/',
    may: [
      '^src/server/(use-cases|repositories|documents)/',
      '^src/server/platform/(?!db\\.ts)',
      '^src/(policy|contracts|lib)/',
      '^src/engine/index\\.ts$',
    ],
  },
  {
    name: 'api-and-jobs',
    from: '^src/server/(api|jobs)/',
    may: [
      '^src/server/(api|jobs|use-cases)/',
      '^src/server/platform/(?!db\\.ts)',
      '^src/(contracts|i18n|lib)/',
    ],
  },
  {
    name: 'client',
    from: '^src/client/',
    may: ['^src/(client|contracts|policy|lib)/', '^src/engine/index\\.ts$'],
  },
  { name: 'ui', from: '^components/ui/', may: ['^components/ui/', '^src/lib/'] },
  { name: 'charts', from: '^components/charts/', may: ['^components/(charts|ui)/', '^src/lib/'] },
  {
    name: 'layout',
    from: '^components/layout/',
    may: ['^components/(layout|ui)/', '^src/(client|contracts|policy|i18n|lib)/'],
  },
  {
    name: 'shared',
    from: '^components/shared/',
    may: [
      '^components/(shared|ui|charts)/',
      '^src/(client|contracts|policy|i18n|lib)/',
      '^src/engine/index\\.ts$',
    ],
  },
  {
    name: 'feature',
    from: '^components/(?!ui/|charts/|layout/|shared/)([^/]+)/',
    may: [
      '^components/(shared|ui|charts|layout)/',
      '^components/$1/',
      '^src/(client|contracts|policy|i18n|lib)/',
      '^src/engine/index\\.ts$',
    ],
  },
  {
    name: 'app',
    from: '^app/',
    may: [
      '^app/',
      '^components/',
      '^src/server/api/',
      '^src/server/platform/session/(current-actor|auth-options)',
      '^src/(client|contracts|i18n|lib)/',
    ],
  },
  { name: 'root', from: '^(proxy|instrumentation)\\.ts$', may: ['^src/(server/platform|lib)/'] },
]

const modules = '^(app|components|src|prisma|tests)/'

const layerRules = layers.map(({ name, from, may }) => ({
  name: `layer-${name}`,
  severity: 'error',
  comment: `${name} may only import ${may.join(' ')}`,
  from: { path: from },
  to: { path: modules, pathNot: may },
}))

const packageRules = layers
  .filter((layer) => layer.packages)
  .flatMap(({ name, from, packages }) => [
    {
      name: `packages-${name}`,
      severity: 'error',
      comment: `${name} may only use these packages: ${packages.join(', ') || 'none'}`,
      from: { path: from },
      to: { path: '(^|/)node_modules/', pathNot: packages.map((one) => `(^|/)node_modules/${one}/`) },
    },
    {
      name: `packages-${name}`,
      severity: 'error',
      comment: `${name} may use no Node module`,
      from: { path: from },
      to: { dependencyTypes: ['core'] },
    },
  ])

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'browser-never-reaches-server',
      severity: 'error',
      from: { path: '^(components|src/(client|engine|contracts|lib|policy))/' },
      to: { path: '^(src/server|src/generated|prisma)/', reachable: true },
    },
    {
      name: 'only-the-outside-imports-itself',
      severity: 'error',
      comment: 'nothing imports prisma/, tests/ or src/cli but these three',
      from: { pathNot: '^(prisma|tests|src/cli)/|^[^/]+\\.(c?js|ts)$' },
      to: { path: '^(prisma|tests|src/cli)/' },
    },
    {
      name: 'use-case-never-calls-a-use-case',
      severity: 'error',
      comment: 'shared steps are functions that take the transaction: src/server/use-cases/<feature>/steps/',
      from: { path: '^src/server/use-cases/' },
      to: { path: '^src/server/use-cases/(?!.*/steps/)' },
    },
    ...layerRules,
    ...packageRules,
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(src/generated/.*/internal|node_modules/@types|\\.next)' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json', '.d.ts'],
    },
  },
}

import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const alias = { 'server-only': fileURLToPath(new URL('tests/fixtures/empty.ts', import.meta.url)) }
const node = (name: string, folder: string) => ({
  extends: true as const,
  test: {
    name,
    environment: 'node' as const,
    include: [`tests/${folder}/**/*.test.ts`],
    testTimeout: 60_000,
  },
})

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      node('engine', 'engine'),
      node('policy', 'policy'),
      {
        extends: true,
        test: {
          name: 'ui',
          environment: 'happy-dom',
          include: ['tests/ui/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/fixtures/browser-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'guards',
          environment: 'node',
          include: ['tests/guards/*.test.ts'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          environment: 'node',
          include: ['tests/use-cases/**/*.test.ts', 'tests/guards/database/**/*.test.ts'],
          globalSetup: ['tests/fixtures/database/global-setup.ts'],
          setupFiles: ['tests/fixtures/database/watch-statements.ts'],
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})

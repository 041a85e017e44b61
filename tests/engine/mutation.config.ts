import { defineConfig } from 'vitest/config'

/** The engine's tests as mutation testing runs them: without those that simulate, solve or start processes at length. */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    include: ['tests/engine/**/*.test.ts'],
    exclude: [
      'tests/engine/command-line/**',
      'tests/engine/forecast/calibration.test.ts',
      'tests/engine/allocate/integer-program.test.ts',
    ],
  },
})

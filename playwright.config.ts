import { defineConfig } from '@playwright/test'

const port = process.env['PORT'] ?? '41000'
const executablePath = process.env['CHROMIUM_PATH']

export default defineConfig({
  testDir: 'tests/e2e',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 120_000,
  // Two cores may serve web, worker, database and browser at once.
  expect: { timeout: 15_000 },
  reporter: 'list',
  // In this order: the journey moves the clock of the whole stack.
  projects: [
    { name: 'screens', testIgnore: '**/journey.spec.ts' },
    { name: 'journey', testMatch: '**/journey.spec.ts' },
  ],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'fr-FR',
    timezoneId: 'Europe/Paris',
    colorScheme: 'light',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})

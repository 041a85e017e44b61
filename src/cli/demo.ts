// npm run demo: everything, from a fresh clone to a running application with the demo lab.
import { demoAccounts, seedDemoLab } from '../../prisma/seed.ts'
import { startStack } from './stack.ts'

try {
  const port = Number(process.env['PORT'] ?? 3000)
  const { address } = await startStack({ web: 'start', port, prepare: seedDemoLab })
  const accounts = demoAccounts.map(({ email, who }) => `    ${email.padEnd(28)} ${who}`).join('\n')
  console.log(`
  Visée is on ${address}

  Demo accounts, password « demo-password »:
${accounts}

  Ctrl-C stops everything; the data stays in .data/ (npm run db:reset starts anew).
`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

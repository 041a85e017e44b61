// npm run dev: the application with hot reload, on the demo lab.
import { seedDemoLab } from '../../prisma/seed.ts'
import { startStack } from './stack.ts'

const { address } = await startStack({
  web: 'dev',
  port: Number(process.env['PORT'] ?? 41000),
  prepare: seedDemoLab,
})
console.log(`\n  Visée (development) is on ${address}\n`)

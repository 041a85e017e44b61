// npm run db:reset: drops the application's database; the next start makes a new one.
import { openDatabase } from './database.ts'
import { dropDatabase } from './drop-database.ts'

const { superUrl, stop } = await openDatabase()
await dropDatabase(superUrl, new URL(superUrl).pathname.slice(1))
await stop()
console.log('The database is gone. npm run demo makes a new one.')
process.exit(0)

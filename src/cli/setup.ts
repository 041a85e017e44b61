// npm run setup: roles, database, migrations, queue, geography. Prints what the processes connect with.
import { openDatabase } from './database.ts'

const { environment, stop } = await openDatabase()
console.log('# The database is up to date. Environment of the web and worker processes:')
for (const [name, value] of Object.entries(environment)) console.log(`${name}=${value}`)
await stop()
process.exit(0)

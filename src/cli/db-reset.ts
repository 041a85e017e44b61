// npm run db:reset: drops the application's database; the next start makes a new one.
import pg from 'pg'
import { openDatabase } from './database.ts'

const { superUrl, stop } = await openDatabase()
const maintenance = new URL(superUrl)
maintenance.pathname = '/postgres'
const client = new pg.Client(maintenance.href)
await client.connect()
await client.query('DROP DATABASE IF EXISTS visee WITH (FORCE)')
await client.end()
await stop()
console.log('The database is gone. npm run demo makes a new one.')
process.exit(0)

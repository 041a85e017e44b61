// The peer of the plan's read: Node's own HTTP server, one prepared statement, its JSON sent as the database made it. No
// session, no rights, no walls.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import pg from 'pg'

const statement = readFileSync(path.join(import.meta.dirname, 'plan.sql'), 'utf8')
const parameters = JSON.parse(process.env['BARE_PARAMETERS'] ?? '[]') as string[]
const pool = new pg.Pool({ connectionString: process.env['BARE_URL'], max: 10 })

const server = createServer((request, response) => {
  const id = request.url?.slice(1) ?? ''
  pool.query<{ body: string }>({ name: 'plan', text: statement, values: [id, ...parameters] }).then(
    ({ rows }) => response.setHeader('content-type', 'application/json').end(rows[0]?.body ?? 'null'),
    (error: unknown) => {
      console.error(error)
      response.writeHead(500).end()
    },
  )
})
server.listen(Number(process.env['PORT']), '127.0.0.1')

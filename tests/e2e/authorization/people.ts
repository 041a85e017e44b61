import { writeFileSync, rmSync } from 'node:fs'
import { request, type APIRequestContext } from '@playwright/test'
import pg from 'pg'
import type { Actor } from '../../../src/contracts/actor.ts'
import { now, password, seedSmallLab, type LabFixture } from '../../fixtures/small-lab.ts'

export const principals = [
  'anonymous',
  'admin',
  'hq',
  'manager',
  'rep',
  'otherRep',
  'disabled',
  'strangerAdmin',
] as const
export type Principal = (typeof principals)[number]

export type Person = { request: APIRequestContext; actor: Actor | null }
export type Labs = {
  alpha: LabFixture
  beta: LabFixture
  /** The file that each lab has imported, by lab. */
  importIds: ReadonlyMap<string, string>
  sql: pg.Pool
}

const clockFile = () => {
  const file = process.env['CLOCK_FILE']
  if (!file)
    throw new Error(
      'CLOCK_FILE tells where the instant of the application is written: npm run test:e2e sets it',
    )
  return file
}

/** Adds the small labs to the database of the run, and brings the application to the day on which they live. */
export async function enterSmallLabs(): Promise<Labs> {
  writeFileSync(clockFile(), now)
  const sql = new pg.Pool({ connectionString: process.env['SUPER_URL'] })
  const { rows } = await sql.query(`SELECT 1 FROM lab WHERE slug = 'alpha'`)
  if (rows.length > 0) throw new Error('the small labs are there already: start from a new database')
  const labs = await seedSmallLab(sql)
  const imports = await sql.query<{ lab: string; id: string }>('SELECT lab_id AS lab, id FROM import')
  return { ...labs, importIds: new Map(imports.rows.map(({ lab, id }) => [lab, id])), sql }
}

export async function leaveSmallLabs(labs: Labs | undefined): Promise<void> {
  rmSync(clockFile(), { force: true })
  await labs?.sql.end()
}

/** Signs in over HTTP; null when the sign-in is refused. */
export async function signedIn(baseURL: string, email: string): Promise<APIRequestContext | null> {
  const context = await request.newContext({ baseURL })
  const { csrfToken } = (await (await context.get('/api/auth/csrf')).json()) as { csrfToken: string }
  const answer = await context.post('/api/auth/callback/credentials', {
    form: { csrfToken, email, password, json: 'true' },
  })
  if (answer.ok()) return context
  await context.dispose()
  return null
}

async function must(baseURL: string, email: string): Promise<APIRequestContext> {
  const context = await signedIn(baseURL, email)
  if (!context) throw new Error(`${email} cannot sign in`)
  return context
}

/** The eight who ask, for the first lab. The disabled one signs in while a member, and is ended after that. */
export async function people(
  baseURL: string,
  { alpha, beta, sql }: Labs,
): Promise<Record<Principal, Person>> {
  const person = async (lab: LabFixture, who: keyof LabFixture['actors']): Promise<Person> => ({
    request: await must(baseURL, lab.members[who].email),
    actor: lab.actors[who],
  })
  const { id, email } = alpha.members.disabled
  const until = (day: string | null) =>
    sql.query('UPDATE member SET ends_before = $3 WHERE lab_id = $1 AND id = $2', [alpha.id, id, day])
  await until(null)
  const disabled = { request: await must(baseURL, email), actor: null }
  await until('2026-01-01')
  return {
    anonymous: { request: await request.newContext({ baseURL }), actor: null },
    admin: await person(alpha, 'admin'),
    hq: await person(alpha, 'hq'),
    manager: await person(alpha, 'manager1'),
    rep: await person(alpha, 'rep1'),
    otherRep: await person(alpha, 'rep3'),
    disabled,
    strangerAdmin: await person(beta, 'admin'),
  }
}

import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const databaseRoles = [
  'visee_owner',
  'visee_app',
  'visee_worker',
  'visee_auth',
  'visee_retention',
  'visee_backup',
] as const
export type DatabaseRoleName = (typeof databaseRoles)[number]

export type LocalSecrets = {
  /** The superuser of the embedded PostgreSQL. */
  superuser: string
  roles: Record<DatabaseRoleName, string>
  NEXTAUTH_SECRET: string
}

const secret = () => randomBytes(32).toString('base64url')

/** Made at random once, kept in `secrets.json` of the data folder, readable by its owner alone. */
export function localSecrets(dataDir: string): LocalSecrets {
  const file = path.join(dataDir, 'secrets.json')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const roles = Object.fromEntries(databaseRoles.map((role) => [role, secret()]))
  const fresh = { superuser: secret(), roles, NEXTAUTH_SECRET: secret() }
  try {
    // Refused when it exists: of two commands that start together, both end with the first one's.
    writeFileSync(file, `${JSON.stringify(fresh, null, 2)}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  return JSON.parse(readFileSync(file, 'utf8')) as LocalSecrets
}

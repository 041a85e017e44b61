import * as z from 'zod'

const schema = z.object({
  DATABASE_APP_URL: z.url(),
  DATABASE_AUTH_URL: z.url(),
  DATABASE_WORKER_URL: z.url().optional(),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  /** A file that holds the instant to live at: rehearsals and tests walk through a whole cycle in minutes. */
  CLOCK_FILE: z.string().optional(),
  /** Where uploads wait until they are read. */
  UPLOADS_DIR: z.string().default('.data/uploads'),
})
export type Env = z.infer<typeof schema>

let parsed: Env | undefined

/** The environment, read and checked once; what is missing is named. */
export function env(): Env {
  if (parsed) return parsed
  const result = schema.safeParse(process.env)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not complete (see .env.example):\n${lines.join('\n')}`)
  }
  parsed = result.data
  return parsed
}

/** Tests point a process at another database. */
export function resetEnv(): void {
  parsed = undefined
}

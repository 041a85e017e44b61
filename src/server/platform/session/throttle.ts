import pg from 'pg'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { AppError } from '#src/lib/app-error.ts'
import { env } from '../env.ts'

type Limits = { byEmail: RateLimiterPostgres; byAddress: RateLimiterPostgres }

let limits: Limits | undefined

function limiters(): Limits {
  if (limits) return limits
  const storeClient = new pg.Pool({
    connectionString: env().DATABASE_AUTH_URL,
    max: 2,
    application_name: 'visee-throttle',
  })
  const common = {
    storeClient,
    storeType: 'pool',
    tableName: 'throttle',
    tableCreated: true,
    clearExpiredByTimeout: false,
  }
  limits = {
    byEmail: new RateLimiterPostgres({ ...common, keyPrefix: 'email', points: 8, duration: 900 }),
    byAddress: new RateLimiterPostgres({ ...common, keyPrefix: 'address', points: 60, duration: 900 }),
  }
  return limits
}

async function consume(limiter: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new AppError('TOO_MANY_REQUESTS', { retryAfterSeconds: Math.ceil(error.msBeforeNext / 1000) })
    throw error
  }
}

/** Counts one try to prove who one is; throws TOO_MANY_REQUESTS with the seconds to wait. */
export async function throttle(email: string, address: string): Promise<void> {
  const { byEmail, byAddress } = limiters()
  await consume(byAddress, address)
  await consume(byEmail, email)
}

/** A success wipes the tries of that address. */
export const forgive = (email: string): Promise<boolean> => limiters().byEmail.delete(email)

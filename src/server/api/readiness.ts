import { databaseAnswers } from '../platform/health.ts'

export async function readiness(): Promise<{ status: 'ok' | 'unavailable'; database: boolean }> {
  const database = await databaseAnswers()
  return { status: database ? 'ok' : 'unavailable', database }
}

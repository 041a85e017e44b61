import { prisma } from './db.ts'
import { logger } from './logger.ts'

/** True when the web's own database account can ask something. */
export async function databaseAnswers(): Promise<boolean> {
  try {
    await prisma().$queryRaw`SELECT 1`
    return true
  } catch (error) {
    logger.error({ error: String(error) }, 'database does not answer')
    return false
  }
}

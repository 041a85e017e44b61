import pino from 'pino'

/** One JSON line an event on standard error. Names of persons and answers never go in: ids only. */
export const logger = pino(
  { base: null, level: process.env['LOG_LEVEL'] ?? 'info', timestamp: pino.stdTimeFunctions.isoTime },
  pino.destination({ fd: 2, sync: true }),
)

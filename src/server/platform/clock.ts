import { AsyncLocalStorage } from 'node:async_hooks'
import { existsSync, readFileSync } from 'node:fs'

let override: (() => number) | null = null
const lived = new AsyncLocalStorage<number>()

function milliseconds(): number {
  const own = lived.getStore()
  if (own !== undefined) return own
  if (override) return override()
  const file = process.env['CLOCK_FILE']
  if (!file || !existsSync(file)) return Date.now()
  const instant = Date.parse(readFileSync(file, 'utf8').trim())
  if (Number.isNaN(instant))
    throw new Error(`CLOCK_FILE ${file} does not hold an instant such as 2026-03-01T08:00:00Z`)
  return instant
}

/** The only source of time of the server side. */
export const clock = {
  now: (): Date => new Date(milliseconds()),
  instant: (): string => new Date(milliseconds()).toISOString(),
  /** The day that it is in a time zone, YYYY-MM-DD. */
  today: (timeZone: string): string => dayIn(timeZone, new Date(milliseconds())),
}

/** The calendar day of an instant in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant)
}

/** Scenarios and tests decide what time it is; null gives the real time back. */
export function setClock(instant: string | null): void {
  const fixed = instant === null ? null : Date.parse(instant)
  override = fixed === null ? null : () => fixed
}

/** Work for which it is this instant, whatever time it is for the rest of the process. */
export const livingAt = <T>(instant: string, work: () => Promise<T>): Promise<T> =>
  lived.run(Date.parse(instant), work)

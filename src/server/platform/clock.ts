import { existsSync, readFileSync } from 'node:fs'

let override: (() => number) | null = null

function milliseconds(): number {
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

import { addDays, dayNumber, isoWeekday } from '#src/lib/calendar.ts'

type Read = (name: string) => string | null

export type CallAddress = {
  view: 'day' | 'history'
  /** null = today. */
  day: string | null
  /** The form is open, perhaps about somebody. */
  isLogging: boolean
  hcpId: string | null
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function readCallAddress(get: Read): CallAddress {
  const day = get('jour')
  const hcpId = get('ps')
  return {
    view: get('vue') === 'historique' ? 'history' : 'day',
    day: day && dayPattern.test(day) ? day : null,
    isLogging: get('saisir') === '1' || hcpId !== null,
    hcpId: hcpId && uuid.test(hcpId) ? hcpId : null,
  }
}

export function callHref({ view, day, isLogging, hcpId }: Partial<CallAddress>): string {
  const params = new URLSearchParams()
  if (view === 'history') params.set('vue', 'historique')
  if (day) params.set('jour', day)
  if (isLogging) params.set('saisir', '1')
  if (hcpId) params.set('ps', hcpId)
  const text = params.toString()
  return `/visites${text ? `?${text}` : ''}`
}

/** Monday to Friday of the week of a day; Saturday and Sunday only where they are asked for. */
export function weekOf(day: string): string[] {
  const weekday = isoWeekday(dayNumber(day))
  const monday = addDays(day, 1 - weekday)
  return Array.from({ length: Math.max(weekday, 5) }, (_, index) => addDays(monday, index))
}

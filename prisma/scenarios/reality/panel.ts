import { dayNumber, dayText, daysInMonth, isoWeekday } from '#src/lib/calendar.ts'

/** One physician of the panel: calls and prescriptions of months 1 … 18 (month 1 is January 2025). */
export type Physician = {
  id: number
  sector: number
  region: number
  scripts: readonly number[]
  detailing: readonly number[]
}

const perSector = 25
const sectorsPerRegion = 5
const header = 'id,month,scripts,detailing,lagged_scripts'

/** Reads `detailing_counts.csv`: physicians by ascending id, 25 a sector, 5 sectors a region. Later months are left out. */
export function readPanel(csv: string): Physician[] {
  const [first = '', ...lines] = csv.split(/\r?\n/)
  if (first.replaceAll('"', '').trim() !== header) throw new Error(`line 1: the header must be ${header}`)
  const byId = new Map<number, { scripts: number[]; detailing: number[] }>()
  lines.forEach((line, index) => {
    if (line.trim() === '') return
    const [id = NaN, month = NaN, scripts = NaN, detailing = NaN] = line.split(',').map(Number)
    if (![id, month, scripts, detailing].every(Number.isInteger))
      throw new Error(
        `line ${index + 2}: id, month, scripts and detailing must be whole numbers, got « ${line} »`,
      )
    const row = byId.get(id) ?? { scripts: Array<number>(18).fill(0), detailing: Array<number>(18).fill(0) }
    if (month >= 1 && month <= 18) {
      row.scripts[month - 1] = scripts
      row.detailing[month - 1] = detailing
    }
    byId.set(id, row)
  })
  return [...byId]
    .toSorted(([a], [b]) => a - b)
    .map(([id, row], rank) => {
      const sector = Math.floor(rank / perSector) + 1
      return { id, sector, region: Math.floor((sector - 1) / sectorsPerRegion) + 1, ...row }
    })
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Σ scripts of the first twelve months. */
export const prescriptions = (physician: Physician): number => sum(physician.scripts.slice(0, 12))

/** Prescriptions a call of the first twelve months; null when nobody called. */
export function affinity(physician: Physician): number | null {
  const calls = sum(physician.detailing.slice(0, 12))
  return calls === 0 ? null : prescriptions(physician) / calls
}

/** The working days of month 1 … 18, by the given public holidays. */
export function workingDaysOfMonth(month: number, holidays: ReadonlySet<string>): string[] {
  const year = 2025 + Math.floor((month - 1) / 12)
  const ofYear = ((month - 1) % 12) + 1
  const first = dayNumber(`${year}-${String(ofYear).padStart(2, '0')}-01`)
  return Array.from({ length: daysInMonth(year, ofYear) }, (_, index) => first + index)
    .filter((day) => isoWeekday(day) <= 5 && !holidays.has(dayText(day)))
    .map(dayText)
}

export type PanelCall = { physician: Physician; day: string; number: number }

/** Every call: the j-th of a month is on its working day ((j − 1) mod W) + 1. */
export function panelCalls(physicians: readonly Physician[], holidays: ReadonlySet<string>): PanelCall[] {
  const days = Array.from({ length: 18 }, (_, index) => workingDaysOfMonth(index + 1, holidays))
  return physicians.flatMap((physician) =>
    physician.detailing.flatMap((count, index) => {
      const working = days[index] ?? []
      return Array.from({ length: count }, (_, j) => ({
        physician,
        day: working[j % working.length] ?? '',
        number: (index + 1) * 1000 + j,
      }))
    }),
  )
}

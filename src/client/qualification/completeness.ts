import type { CompletenessDto } from '#src/contracts/qualification.ts'
import { toCsv } from '#src/lib/csv.ts'

type Sector = CompletenessDto['sectors'][number]
type Question = CompletenessDto['questions'][number]

/** A line of the heat table: one sector, or the sum of several. */
export type SectorRow = {
  name: string
  hcps: number
  present: number[]
  expired: number[]
  /** Answers present of answers required; null when nothing is required. */
  requiredShareBps: number | null
}

export const shareOf = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 10_000) : null

export function sumSectors(
  name: string,
  questions: readonly Question[],
  sectors: readonly Pick<Sector, 'hcps' | 'present' | 'expired'>[],
): SectorRow {
  const total = (value: (sector: (typeof sectors)[number]) => number) =>
    sectors.reduce((sum, sector) => sum + value(sector), 0)
  const hcps = total((sector) => sector.hcps)
  const present = questions.map((_, ordinal) => total((sector) => sector.present[ordinal] ?? 0))
  const expired = questions.map((_, ordinal) => total((sector) => sector.expired[ordinal] ?? 0))
  const required = questions.flatMap((question, ordinal) =>
    question.required ? [present[ordinal] ?? 0] : [],
  )
  const answered = required.reduce((sum, count) => sum + count, 0)
  return { name, hcps, present, expired, requiredShareBps: shareOf(answered, hcps * required.length) }
}

/** The table as it is shown, in counts, for a spreadsheet. */
export function completenessCsv(
  data: CompletenessDto,
  heads: { region: string; sector: string; hcps: string },
  locale: 'fr' | 'en',
): string {
  return toCsv(
    [heads.region, heads.sector, heads.hcps, ...data.questions.map(({ labels }) => labels[locale])],
    data.sectors.map(({ region, name, hcps, present }) => [region, name, hcps, ...present]),
  )
}

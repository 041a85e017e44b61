import type { DirectoryFilterInput } from '#src/contracts/directory.ts'
import { planFilters, type PlanFilter, hcpStatuses, visitRules } from '#src/contracts/words.ts'

type Read = (name: string) => string | null

const among = <T extends string>(values: readonly T[], text: string): T | undefined =>
  values.find((value) => value === text)
const list = (text: string | null): string[] => (text ? text.split(',').filter(Boolean) : [])
const allAmong = <T extends string>(values: readonly T[], text: string | null): T[] =>
  list(text).flatMap((one) => values.filter((value) => value === one))
const flag = (text: string | null): boolean | undefined =>
  text === '1' ? true : text === '0' ? false : undefined
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const ids = (text: string | null) => list(text).filter((id) => uuid.test(id))

/** The address of the directory → its filter. What an address says wrongly is left out, never an error. */
export function readDirectoryFilter(get: Read): DirectoryFilterInput {
  const sectorIds = ids(get('sector'))
  const regionIds = ids(get('region'))
  // Names of specialties may hold commas.
  const specialties = get('specialty')?.split('|').filter(Boolean) ?? []
  const statuses = allAmong(hcpStatuses, get('status'))
  const rules = allAmong(visitRules, get('visit'))
  const segments = list(get('segment'))
  const [cycleId] = ids(get('cycle'))
  const plan: PlanFilter | undefined = among(planFilters, get('plan') ?? '')
  const opposed = flag(get('opposed'))
  const qualified = flag(get('qualified'))
  const q = get('q')
  const segmentation = get('segmentation')
  const reason = get('reason')
  const channel = get('channel')
  return {
    ...(q && { q: q.slice(0, 100) }),
    ...(sectorIds.length > 0 && { sectorIds }),
    ...(regionIds.length > 0 && { regionIds }),
    ...(get('unassigned') === '1' && { unassigned: true }),
    ...(specialties.length > 0 && { specialties }),
    ...(statuses.length > 0 && { statuses }),
    ...(rules.length > 0 && { visitRules: rules }),
    ...(opposed !== undefined && { opposed }),
    ...(cycleId && { cycleId }),
    ...(segmentation && { segmentation: segmentation.slice(0, 40) }),
    ...(segments.length > 0 && { segments }),
    ...(qualified !== undefined && { qualified }),
    ...(plan && { plan }),
    ...(reason && { reason: reason.slice(0, 40) }),
    ...(channel && { channel: channel.slice(0, 40) }),
  }
}

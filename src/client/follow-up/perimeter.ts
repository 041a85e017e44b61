import type { FollowPerimeterInput } from '#src/contracts/follow-up.ts'

type Read = (name: string) => string | null

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const id = (text: string | null) => (text && uuid.test(text) ? text : undefined)

/** The address of the follow-up → the perimeter it speaks of; what it says wrongly is left out. */
export function readPerimeter(cycleId: string, get: Read): FollowPerimeterInput {
  const networkId = id(get('network'))
  const regionId = id(get('region'))
  const sectorId = id(get('sector'))
  return {
    id: cycleId,
    ...(networkId && { networkId }),
    ...(regionId && { regionId }),
    ...(sectorId && { sectorId }),
  }
}

/** The address of a perimeter's follow-up. */
export function followHref({ id: cycleId, networkId, regionId, sectorId }: FollowPerimeterInput): string {
  const params = new URLSearchParams()
  if (networkId) params.set('network', networkId)
  if (regionId) params.set('region', regionId)
  if (sectorId) params.set('sector', sectorId)
  const text = params.toString()
  return `/cycles/${cycleId}/suivi${text ? `?${text}` : ''}`
}

import type { Actor } from '#src/contracts/actor.ts'
import type { FollowPerimeterInput } from '#src/contracts/follow-up.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { can, mayEver, scope } from '#src/policy/can.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { findCycle } from '../../../repositories/cycle-repository.ts'
import { listFollowPlaces, type FollowPlace } from '../../../repositories/follow-cycle-repository.ts'
import { followPriors, restrictInput, type FollowPriors } from './follow-figures.ts'
import { readFollowInput, type FollowInput } from './follow-input.ts'

export type FollowPerimeter = {
  level: 'NETWORK' | 'REGION' | 'SECTOR'
  id: string
  name: string
  networkId: string
  regionId: string | null
  /** Its sectors; what is in reach beside it is in `choices`. */
  sectorIds: ReadonlySet<string>
  choices: { networks: FollowPlace[]; regions: FollowPlace[]; sectors: FollowPlace[] }
}

const first = (places: readonly FollowPlace[], keyOf: (place: FollowPlace) => string): FollowPlace[] =>
  [...new Map(places.toReversed().map((place) => [keyOf(place), place])).values()].toReversed()

/** What an actor may look at: HQ networks, regions and sectors, a manager his regions, a rep his own sectors. */
function choicesFor(actor: Actor, places: readonly FollowPlace[]): FollowPerimeter['choices'] {
  const reach = scope(actor, 'followUp.read')
  const sectors = places.filter(({ sectorId }) => reach.kind === 'lab' || reach.sectorIds.includes(sectorId))
  const isWhole = ({ regionId }: FollowPlace) => reach.kind === 'lab' || actor.regionIds.includes(regionId)
  return {
    networks: reach.kind === 'lab' ? first(sectors, ({ networkId }) => networkId) : [],
    regions: first(sectors.filter(isWhole), ({ regionId }) => regionId),
    sectors,
  }
}

/** The perimeter asked for, or the widest in reach; another's is not found. */
function choose(choices: FollowPerimeter['choices'], input: FollowPerimeterInput): FollowPerimeter {
  const { networks, regions, sectors } = choices
  const own = (holds: (place: FollowPlace) => boolean) =>
    new Set(sectors.filter(holds).map(({ sectorId }) => sectorId))
  const found = <T>(place: T | undefined): T => {
    if (!place) throw notFound()
    return place
  }
  if (input.sectorId || (!input.regionId && networks.length + regions.length === 0)) {
    if (sectors.length === 0) throw refused('follow-up-no-sector')
    const wanted = input.sectorId
    const place = found(sectors.find(({ sectorId }) => !wanted || sectorId === wanted))
    const { sectorId: id, sector: name, networkId, regionId } = place
    return { level: 'SECTOR', id, name, networkId, regionId, sectorIds: new Set([id]), choices }
  }
  if (input.regionId || networks.length === 0) {
    const wanted = input.regionId
    const place = found(regions.find(({ regionId }) => !wanted || regionId === wanted))
    const { regionId: id, region: name, networkId } = place
    const sectorIds = own(({ regionId }) => regionId === id)
    return { level: 'REGION', id, name, networkId, regionId: id, sectorIds, choices }
  }
  const wanted = input.networkId
  const place = found(networks.find(({ networkId }) => !wanted || networkId === wanted))
  const { networkId: id, network: name } = place
  const sectorIds = own(({ networkId }) => networkId === id)
  return { level: 'NETWORK', id, name, networkId: id, regionId: null, sectorIds, choices }
}

export type FollowReading = {
  perimeter: FollowPerimeter
  /** The network's: every line, which the priors are fitted on. */
  network: FollowInput
  priors: FollowPriors
  /** The perimeter's own lines. */
  input: FollowInput
}

/** Reads the perimeter that an actor asks for, with the priors of its whole network. */
export async function readPerimeter(
  tx: Tx,
  actor: Actor,
  asked: FollowPerimeterInput,
  options: { asOf?: string | undefined } = {},
): Promise<FollowReading> {
  const { labId } = actor
  const cycle = mayEver(actor, 'followUp.read') ? await findCycle(tx, labId, asked.id) : null
  if (!cycle) throw notFound()
  if (!cycle.run) throw refused('follow-up-without-run')
  const places = await listFollowPlaces(tx, labId, cycle.networkIds, cycle.run)
  const perimeter = choose(choicesFor(actor, places), asked)
  assertCan(actor, 'followUp.read', { labId, sectorIds: [...perimeter.sectorIds] })
  const network = await readFollowInput(tx, labId, cycle.id, {
    networkId: perimeter.networkId,
    asOf: options.asOf,
  })
  const holds = network.forces.map(
    ({ sectorId }) =>
      perimeter.sectorIds.has(sectorId) && can(actor, 'followUp.read', { labId, sectorIds: [sectorId] }),
  )
  return {
    perimeter,
    network,
    priors: followPriors(network),
    input: restrictInput(network, (sector) => holds[sector] === true),
  }
}

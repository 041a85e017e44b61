import type { Actor } from '#src/contracts/actor.ts'
import type { TerritoryDto } from '#src/contracts/administration-territory.ts'
import { scope } from '#src/policy/can.ts'
import { snapshot } from '../../platform/transaction.ts'
import {
  listManagerAssignments,
  listRepAssignments,
} from '../../repositories/territory-assignment-repository.ts'
import { listNetworks, listRegions, listSectors } from '../../repositories/territory-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

const by = <Row, Key>(rows: readonly Row[], key: (row: Row) => Key) => Map.groupBy(rows, key)

/** The field force on a day, as far as this person reaches: empty regions are shown to who sees the whole lab. */
export const getTerritory = (actor: Actor, input: { day?: string | undefined }): Promise<TerritoryDto> =>
  snapshot(actor, async (tx) => {
    const { labId } = actor
    const day = input.day ?? (await labToday(tx, labId))
    const walls = scope(actor, 'territory.read')
    const networks = await listNetworks(tx, labId)
    const regions = by(await listRegions(tx, labId), (row) => row.networkId)
    const sectors = by(await listSectors(tx, labId, walls, day), (row) => row.regionId)
    const reps = by(await listRepAssignments(tx, labId, day), (row) => row.sectorId)
    const managers = by(await listManagerAssignments(tx, labId, day), (row) => row.regionId)
    const inForce = (row: { startsOn: string }) => row.startsOn <= day
    const whole = walls.kind === 'lab'
    return {
      day,
      networks: networks
        .map((network) => ({
          ...network,
          regions: (regions.get(network.id) ?? [])
            .map((region) => ({
              ...region,
              managers: managers.get(region.id) ?? [],
              sectors: (sectors.get(region.id) ?? []).map((sector) => {
                const assigned = reps.get(sector.id) ?? []
                const vacant = !assigned.some((row) => row.kind === 'LEAD' && inForce(row))
                return { ...sector, reps: assigned, vacant }
              }),
            }))
            .filter((region) => whole || region.sectors.length > 0),
        }))
        .filter((network) => whole || network.regions.length > 0),
    }
  })

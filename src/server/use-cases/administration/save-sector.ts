import type { Actor } from '#src/contracts/actor.ts'
import type { SaveSectorInput } from '#src/contracts/administration-territory.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import {
  codeTaken,
  findRegion,
  findSector,
  saveSector as save,
} from '../../repositories/territory-repository.ts'

/** Adds a sector, changes it, moves it to another region of its network, or closes it by its last day. */
export const saveSector = (actor: Actor, input: SaveSectorInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const { id: known, commandId: _, ...sector } = input
      const region = await findRegion(tx, labId, sector.regionId)
      if (!region) throw notFound()
      const { networkId } = region
      const before = known ? await findSector(tx, labId, known) : null
      if (known && !before) throw notFound()
      if (before && before.networkId !== networkId) throw refused('sector-keeps-network')
      if (sector.endsOn !== null && sector.endsOn < sector.startsOn) throw refused('period-reversed')
      if (await codeTaken(tx, labId, 'sector', { id: known, networkId, code: sector.code }))
        throw refused('code-taken', { code: sector.code })
      const id = known ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, known === null, { ...sector, networkId }))) throw notFound()
      const { name: _name, ...change } = sector
      const action = known ? 'sector.update' : 'sector.create'
      return { value: { id }, audit: { action, subject: { kind: 'sector', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )

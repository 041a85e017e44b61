import type { Actor } from '#src/contracts/actor.ts'
import type { SaveRegionInput } from '#src/contracts/administration-territory.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { codeTaken, findNetwork, saveRegion as save } from '../../repositories/territory-repository.ts'

/** Adds a region to a network, or changes its code and name; it never changes network. */
export const saveRegion = (actor: Actor, input: SaveRegionInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const { id: known, commandId: _, ...region } = input
      if (!(await findNetwork(tx, labId, region.networkId))) throw notFound()
      if (await codeTaken(tx, labId, 'region', { id: known, ...region }))
        throw refused('code-taken', { code: region.code })
      const id = known ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, known === null, region))) throw notFound()
      const change = { code: region.code, networkId: region.networkId }
      const action = known ? 'region.update' : 'region.create'
      return { value: { id }, audit: { action, subject: { kind: 'region', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )

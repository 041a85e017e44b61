import type { Actor } from '#src/contracts/actor.ts'
import type { SaveNetworkInput } from '#src/contracts/administration-territory.ts'
import { notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { codeTaken, saveNetwork as save } from '../../repositories/territory-repository.ts'

/** Adds a network, or changes one. */
export const saveNetwork = (actor: Actor, input: SaveNetworkInput) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      assertCan(actor, 'territory.write', { labId })
      const { id: known, commandId: _, ...network } = input
      if (await codeTaken(tx, labId, 'network', { id: known, code: network.code }))
        throw refused('code-taken', { code: network.code })
      const id = known ?? crypto.randomUUID()
      if (!(await save(tx, labId, id, known === null, network))) throw notFound()
      const { name: _name, ...change } = network
      const action = known ? 'network.update' : 'network.create'
      return { value: { id }, audit: { action, subject: { kind: 'network', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )

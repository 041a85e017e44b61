import type { Actor } from '#src/contracts/actor.ts'
import type { HcpInput } from '#src/contracts/directory.ts'
import { conflict, notFound, refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { digest } from '../../platform/audit.ts'
import { command } from '../../platform/transaction.ts'
import { findHcp, lockHcp, updateHcp as save } from '../../repositories/hcp-repository.ts'

type Input = { id: string; commandId: string; version: number; hcp: HcpInput }

const personal = new Set(['firstName', 'lastName', 'ownRules', 'title'])

/** Corrects an hcp. One who merged into another, or was erased, no longer changes. */
export const updateHcp = (actor: Actor, input: Input) =>
  command(
    actor,
    async (tx) => {
      const { labId } = actor
      const locked = await lockHcp(tx, labId, input.id)
      if (!locked) throw notFound()
      assertCan(actor, 'directory.write', { labId })
      if (locked.version !== input.version) throw conflict(locked.version)
      if (locked.status === 'MERGED' || locked.status === 'PSEUDONYMISED') throw refused('hcp-closed')
      const before = await findHcp(tx, labId, input.id)
      const version = await save(tx, labId, input.id, locked.version, input.hcp)
      const changed = Object.entries(input.hcp).filter(
        ([name, value]) => before?.[name as keyof typeof before] !== value,
      )
      const change = Object.fromEntries(
        changed.map(([name, value]) => [
          name,
          personal.has(name) && value !== null ? digest(labId, String(value)) : value,
        ]),
      )
      return {
        value: { version },
        audit: { action: 'directory.update', subject: { kind: 'hcp', id: input.id }, change },
      }
    },
    { commandId: input.commandId, request: input },
  )

import type { Actor } from '#src/contracts/actor.ts'
import type { CreateHcpInput } from '#src/contracts/directory.ts'
import { refused } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command } from '../../platform/transaction.ts'
import { assignSectors } from '../../repositories/geography-repository.ts'
import {
  findByIdentifiers,
  insertHcp,
  insertHcpPractice,
  insertIdentifiers,
} from '../../repositories/hcp-repository.ts'
import { communeExists, insertPractice } from '../../repositories/practice-repository.ts'
import { labToday } from './steps/lab-today.ts'

/** Adds an hcp with identifiers that nobody carries yet, and the place where this person works. */
export const createHcp = (actor: Actor, input: CreateHcpInput) =>
  command(
    actor,
    async (tx) => {
      const { labId, memberId } = actor
      assertCan(actor, 'directory.write', { labId })
      const { hcp, identifiers, practice } = input
      const known = identifiers.length ? await findByIdentifiers(tx, labId, identifiers) : []
      const [taken] = known
      if (taken)
        throw refused('identifier-taken', { scheme: taken.scheme, value: taken.value, hcpId: taken.hcpId })
      const id = crypto.randomUUID()
      await insertHcp(tx, labId, { ...hcp, id, createdBy: memberId })
      await insertIdentifiers(tx, labId, id, identifiers)
      if (practice) {
        if (!(await communeExists(tx, practice.inseeCode))) throw refused('unknown-commune', {})
        const practiceId = crypto.randomUUID()
        await insertPractice(tx, labId, { ...practice, id: practiceId, createdBy: memberId })
        const startsOn = await labToday(tx, labId)
        await insertHcpPractice(tx, labId, { hcpId: id, practiceId, principal: true, startsOn })
        await assignSectors(tx, labId, startsOn, [id])
      }
      const change = { identifiers: identifiers.length, practice: practice !== null }
      return { value: { id }, audit: { action: 'directory.create', subject: { kind: 'hcp', id }, change } }
    },
    { commandId: input.commandId, request: input },
  )

import type { Actor } from '#src/contracts/actor.ts'
import { read } from '../../platform/transaction.ts'
import { listFieldPeople as list } from '../../repositories/member-repository.ts'
import { labToday } from '../directory/steps/lab-today.ts'

/** Reps and managers who may be assigned. */
export const listFieldPeople = (actor: Actor) =>
  read(actor, async (tx) => {
    const rows = await list(tx, actor.labId, await labToday(tx, actor.labId))
    return { items: rows.map(({ id, name, role }) => ({ id, name, role })) }
  })

import type { Actor } from '#src/contracts/actor.ts'
import { read } from '../../platform/transaction.ts'
import { listAuditChoices as list } from '../../repositories/audit-repository.ts'

export const listAuditChoices = (actor: Actor) => read(actor, (tx) => list(tx, actor.labId))

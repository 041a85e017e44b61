import type { Actor } from '#src/contracts/actor.ts'
import { snapshot } from '../../platform/transaction.ts'
import { verifyAudit as verify } from '../../repositories/audit-repository.ts'

/** Recomputes the chain of the trail: an entry that was changed, added or taken out afterwards no longer fits. */
export const verifyAudit = (actor: Actor) => snapshot(actor, (tx) => verify(tx, actor.labId))

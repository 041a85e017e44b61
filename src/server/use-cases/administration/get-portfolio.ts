import type { Actor } from '#src/contracts/actor.ts'
import { read } from '../../platform/transaction.ts'
import { listPortfolio } from '../../repositories/portfolio-repository.ts'

export const getPortfolio = (actor: Actor) => read(actor, (tx) => listPortfolio(tx, actor.labId))

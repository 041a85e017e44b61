import type { Actor } from '#src/contracts/actor.ts'
import { fold } from '#src/lib/fold.ts'
import { read } from '../../platform/transaction.ts'
import { findCommunes as search } from '../../repositories/practice-repository.ts'

/** Communes by the beginning of their name, or by postal code. */
export const findCommunes = (actor: Actor, input: { q: string }) =>
  read(actor, (tx) => search(tx, fold(input.q).trim()))

import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { enqueue } from '../../platform/queue.ts'
import { command } from '../../platform/transaction.ts'
import { askApply } from './steps/ask-apply.ts'
import { showImport } from './steps/show-import.ts'

type Input = { id: string; version: number; withoutErrors: boolean; commandId: string }

/** Asks the worker to write a checked file. */
export const startApply = (actor: Actor, input: Input): Promise<ImportDto> =>
  command(
    actor,
    async (tx) => {
      const row = await askApply(tx, actor, input)
      await enqueue(tx, 'work', { labId: actor.labId, memberId: actor.memberId, kind: 'import', id: row.id })
      const { withoutErrors } = input
      const audit = {
        action: 'import.start-apply',
        subject: { kind: 'import', id: row.id },
        change: { withoutErrors },
      }
      return { value: await showImport(tx, actor.labId, row.id), audit }
    },
    { commandId: input.commandId, request: input },
  )

import type { Actor } from '#src/contracts/actor.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { AppError } from '#src/lib/app-error.ts'
import { sha256 } from './hash.ts'
import type { Tx } from './tx.ts'

/** A command's own id, made by the client, and what was asked. */
export type CommandKey = { commandId: string; request: unknown }

const requestHash = (key: CommandKey) => sha256(canonicalJson(key.request))

/** The answer that this command already had; another request under the same id is refused. */
export async function recall<T>(tx: Tx, actor: Actor, key: CommandKey): Promise<{ value: T } | null> {
  const row = await tx.idempotency.findUnique({
    where: { labId_memberId_key: { labId: actor.labId, memberId: actor.memberId, key: key.commandId } },
  })
  if (!row) return null
  if (row.requestHash !== requestHash(key)) throw new AppError('CONFLICT', { currentVersion: 0, params: {} })
  return { value: row.body as T }
}

export async function remember(tx: Tx, actor: Actor, key: CommandKey, value: unknown): Promise<void> {
  await tx.idempotency.create({
    data: {
      labId: actor.labId,
      memberId: actor.memberId,
      key: key.commandId,
      requestHash: requestHash(key),
      status: 200,
      body: value as object,
    },
  })
}

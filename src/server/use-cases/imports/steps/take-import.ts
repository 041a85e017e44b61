import type { Actor } from '#src/contracts/actor.ts'
import type { ImportPhase, ImportState } from '#src/contracts/imports.ts'
import { notFound } from '#src/lib/app-error.ts'
import { assertCan } from '#src/policy/assert-can.ts'
import { command, type Tx } from '../../../platform/transaction.ts'
import {
  beat,
  isAlive,
  lockImport,
  setImportState,
  type ImportRow,
} from '../../../repositories/import-repository.ts'

export type TakenImport = { row: ImportRow; version: number }

/**
 * Takes a waiting import for this process: the new version is what proves that it is still ours at the end. Null when
 * a living worker has it, or its state asks for nothing.
 */
export function takeImport(
  actor: Actor,
  id: string,
  from: readonly ImportState[],
  to: 'CHECKING' | 'APPLYING',
): Promise<TakenImport | null> {
  return command(actor, async (tx) => {
    const row = await lockImport(tx, actor.labId, id)
    if (!row) throw notFound()
    assertCan(actor, 'imports.write', { labId: row.labId })
    const open = from.some((state) => state === row.state)
    if (!open || (row.state === to && (await isAlive(tx, actor.labId, id))))
      return { value: null, audit: null }
    const version = await setImportState(tx, actor.labId, id, { state: to })
    await beat(tx, actor.labId, id, version, { phase: 'READ', done: 0, total: row.mapping.lines })
    return { value: { row, version }, audit: null }
  })
}

export type Heart = {
  phase: (phase: ImportPhase) => void
  rows: (done: number) => void
  stop: () => Promise<void>
}

const everyMilliseconds = 2000

/** Writes how far the work is every other second, outside the work's own transaction, so that the screen sees it. */
export function startHeart(actor: Actor, { row, version }: TakenImport): Heart {
  const total = Math.max(row.mapping.lines - 1, 0)
  let phase: ImportPhase = 'READ'
  let done = 0
  let running: Promise<unknown> = Promise.resolve()
  const tell = async () => {
    const write = async (tx: Tx) => ({
      value: await beat(tx, actor.labId, row.id, version, { phase, done: Math.min(done, total), total }),
      audit: null,
    })
    // A lost beat is nothing: the next one tells more.
    await command(actor, write).catch(() => false)
  }
  const next = () => {
    running = running.then(tell)
  }
  const timer = setInterval(next, everyMilliseconds)
  return {
    phase: (name) => {
      phase = name
      next()
    },
    rows: (count) => {
      done = count
    },
    stop: async () => {
      clearInterval(timer)
      await running
    },
  }
}

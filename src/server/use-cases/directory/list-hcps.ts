import type { Actor } from '#src/contracts/actor.ts'
import type { DirectoryFilter } from '#src/contracts/directory.ts'
import { read } from '../../platform/transaction.ts'
import { countHcps, searchHcps, type HcpPosition } from '../../repositories/hcp-search-repository.ts'
import { directorySearch } from './steps/directory-search.ts'

const write = ({ lastName, firstName, id }: HcpPosition): string =>
  Buffer.from(JSON.stringify([lastName, firstName, id])).toString('base64url')

/** A cursor that is not ours begins at the first page. */
function readCursor(cursor: string | undefined): HcpPosition | null {
  if (!cursor) return null
  try {
    const [lastName, firstName, id]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const known = typeof lastName === 'string' && typeof firstName === 'string' && typeof id === 'string'
    return known ? { lastName, firstName, id } : null
  } catch {
    return null
  }
}

/** One page of the directory, in the order of names, of the hcps that this person may see. */
export async function listHcps(
  actor: Actor,
  input: DirectoryFilter & { cursor?: string | undefined; limit: number },
) {
  const { cursor, limit, ...filter } = input
  return read(actor, async (tx) => {
    const search = await directorySearch(tx, actor, filter)
    const rows = await searchHcps(tx, actor.labId, search, readCursor(cursor), limit + 1)
    const total = await countHcps(tx, actor.labId, search)
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    const nextCursor = rows.length > limit && last ? write(last) : null
    return { items, nextCursor, total, cycleId: search.cycle?.id ?? null }
  })
}

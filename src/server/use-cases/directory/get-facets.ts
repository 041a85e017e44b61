import type { Actor } from '#src/contracts/actor.ts'
import { directoryFilterSchema, type DirectoryFacets } from '#src/contracts/directory.ts'
import { read } from '../../platform/transaction.ts'
import {
  listCycleSegments,
  listFilterReasons,
  listFilterSectors,
} from '../../repositories/hcp-facet-repository.ts'
import { countSpecialties } from '../../repositories/hcp-search-repository.ts'
import { directorySearch } from './steps/directory-search.ts'

/** What the directory can be filtered by, inside the reader's walls. */
export async function getFacets(actor: Actor): Promise<DirectoryFacets> {
  const { labId } = actor
  return read(actor, async (tx) => {
    const search = await directorySearch(tx, actor, directoryFilterSchema.parse({}))
    const specialties = await countSpecialties(tx, labId, search)
    const { regions, sectors } = await listFilterSectors(tx, labId, search.scope, search.today)
    const cycles = await listCycleSegments(tx, labId, search.scope)
    const reasons = await listFilterReasons(tx, labId)
    return { specialties, regions, sectors, cycles, currentCycleId: search.cycle?.id ?? null, reasons }
  })
}

import type { Actor } from '#src/contracts/actor.ts'
import { directoryFilterSchema } from '#src/contracts/directory.ts'
import type { SearchHit } from '#src/contracts/shell.ts'
import { fold, searchWords } from '#src/lib/fold.ts'
import { read } from '../../platform/transaction.ts'
import { listFilterSectors } from '../../repositories/hcp-facet-repository.ts'
import { searchHcps } from '../../repositories/hcp-search-repository.ts'
import { directorySearch } from './steps/directory-search.ts'

const most = { hcps: 8, sectors: 5 }

/** What the search of the frame finds: sectors in reach by name or code, then hcps. */
export const find = (actor: Actor, input: { q: string }): Promise<{ items: SearchHit[] }> =>
  read(actor, async (tx) => {
    const search = await directorySearch(tx, actor, directoryFilterSchema.parse({ q: input.q }))
    const { sectors } = await listFilterSectors(tx, actor.labId, search.scope, search.today)
    const words = searchWords(input.q)
    const named = sectors.filter(({ name, code }) => {
      const text = fold(`${name} ${code}`)
      return words.every((word) => text.includes(word))
    })
    const hcps = await searchHcps(tx, actor.labId, search, null, most.hcps)
    return {
      items: [
        ...named
          .slice(0, most.sectors)
          .map(({ id, name, code }): SearchHit => ({ kind: 'SECTOR', id, label: name, detail: code })),
        ...hcps.map((row): SearchHit => ({
          kind: 'HCP',
          id: row.id,
          label: [row.title, row.firstName, row.lastName].filter(Boolean).join(' '),
          detail: [row.specialty ?? row.profession, row.commune].filter(Boolean).join(' · '),
        })),
      ],
    }
  })

import type { Actor } from '#src/contracts/actor.ts'
import type { DirectoryFilter } from '#src/contracts/directory.ts'
import { toCsv } from '#src/lib/csv.ts'
import { command } from '../../platform/transaction.ts'
import { listAllHcps } from '../../repositories/hcp-export-repository.ts'
import { directorySearch } from './steps/directory-search.ts'
import { exportWords } from './steps/export-words.ts'

/** The list as it is filtered on screen, whole. That it left the application is written in the trail. */
export async function exportHcps(actor: Actor, filter: DirectoryFilter) {
  const { header, status, visitRule, yes, no } = exportWords[actor.locale]
  return command(actor, async (tx) => {
    const search = await directorySearch(tx, actor, filter)
    const rows = await listAllHcps(tx, actor.labId, search)
    const content = toCsv(
      header,
      rows.map((row) => [
        row.title,
        row.lastName,
        row.firstName,
        row.profession,
        row.specialty,
        row.postalCode,
        row.commune,
        row.sectors.map(({ code }) => code).join(', '),
        row.sectors.map(({ name }) => name).join(', '),
        row.segment?.name ?? null,
        status[row.status],
        visitRule[row.visitRule],
        row.opposed ? yes : no,
        row.lastContactOn,
        row.id,
      ]),
    )
    const subject = { kind: 'hcp', id: 'list' }
    const audit = { action: 'directory.export', subject, change: { rows: rows.length } }
    return { value: { fileName: `annuaire-${search.today}.csv`, content }, audit }
  })
}

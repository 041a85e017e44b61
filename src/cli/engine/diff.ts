import {
  contactsBySegment,
  difference,
  excludedIndex,
  excludedSegment,
  partitionOf,
  rowOfHcp,
  sectorContacts,
  type SegmentationResult,
} from '../../engine/index.ts'
import { CsvTable } from './csv-table.ts'
import { readDataset, readIds } from './cycle-data.ts'
import { cycleOptions, cycleUsage, readConfiguration, segmentationCode, segmentWith } from './cycle-files.ts'
import type { EngineCommand } from './engine-command.ts'
import { writeCsv, writeJson } from './files.ts'

export const command: EngineCommand = {
  usage: `--config a.json --against b.json --data hcps.csv [--out movers.csv] ${cycleUsage}   (from b to a)`,
  options: { ...cycleOptions, against: { type: 'string' } },
  run: (options) => {
    const table = new CsvTable(options.file('data'))
    const side = (name: string) => {
      const configuration = readConfiguration(options.file(name))
      const code = segmentationCode(options, configuration)
      const dataset = readDataset(table, configuration, options)
      const result = segmentWith(dataset, configuration, code)
      const contacts = contactsBySegment(configuration.grid, code) ?? new Map<string, number>()
      const placeOf = (row: number) => segmentAt(result, row)
      const contactsOf = (row: number) => contacts.get(placeOf(row) ?? '') ?? 0
      return { dataset, result, contacts, placeOf, contactsOf }
    }
    const [before, after] = [side('against'), side('config')]
    const change = difference(partitionOf(before.result), partitionOf(after.result))
    const out = options.out()
    if (out !== undefined) {
      const movers = readIds(table)
        .map((id) => ({ id, row: rowOfHcp(after.dataset, id) }))
        .filter(({ row }) => before.placeOf(row) !== after.placeOf(row))
        .map(({ id, row }) => [
          id,
          before.placeOf(row),
          after.placeOf(row),
          before.contactsOf(row),
          after.contactsOf(row),
        ])
      writeCsv(['id', 'from', 'to', 'contacts_before', 'contacts_after'], movers, out)
    }
    const sectors = sectorContacts(after.dataset, before, after)
    writeJson({
      present: change.present,
      moved: change.movers.length,
      transitions: change.counts.flatMap((line, from) =>
        line.flatMap((hcps, to) =>
          hcps > 0 && from !== to ? [{ from: change.codes[from], to: change.codes[to], hcps }] : [],
        ),
      ),
      entries: counted(change.codes, change.entries),
      exits: counted(change.codes, change.exits),
      contacts: {
        before: sectors.reduce((sum, one) => sum + one.before, 0),
        after: sectors.reduce((sum, one) => sum + one.after, 0),
      },
      sectors: sectors.map((one) => ({ ...one, difference: one.after - one.before })),
    })
  },
}

/** `excluded` for an hcp that a rule excludes, null outside the universe. */
function segmentAt(result: SegmentationResult, row: number): string | null {
  const place = result.segments[row] ?? excludedIndex
  return place === excludedIndex ? excludedSegment : (result.segmentCodes[place] ?? null)
}

const counted = (codes: readonly string[], counts: readonly number[]) =>
  codes.flatMap((segment, index) => ((counts[index] ?? 0) > 0 ? [{ segment, hcps: counts[index] ?? 0 }] : []))

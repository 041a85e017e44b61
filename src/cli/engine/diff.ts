import {
  difference,
  excludedIndex,
  excludedSegment,
  partitionOf,
  rowOfHcp,
  type SegmentationResult,
} from '../../engine/index.ts'
import { CsvTable } from './csv-table.ts'
import { readDataset, readIds } from './cycle-data.ts'
import { cycleOptions, cycleUsage, readConfiguration, segmentationCode, segmentWith } from './cycle-files.ts'
import { writeCsv, writeJson } from './files.ts'
import { contactsOfRows, frequenciesOf } from './frequencies.ts'
import type { EngineCommand } from './engine-command.ts'

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
      return { dataset, result, contacts: contactsOfRows(result, frequenciesOf(configuration, code)) }
    }
    const [before, after] = [side('against'), side('config')]
    const change = difference(partitionOf(before.result), partitionOf(after.result))
    const sum = (values: Float64Array) => values.reduce((total, one) => total + one, 0)
    const moved = new Set(change.movers)
    const out = options.out()
    if (out !== undefined) {
      const movers = readIds(table)
        .map((id) => ({ id, row: rowOfHcp(after.dataset, id) }))
        .filter(({ row }) => moved.has(row) || isInOneOnly(before.result, after.result, row))
        .map(({ id, row }) => [
          id,
          placeOf(before.result, row),
          placeOf(after.result, row),
          before.contacts[row] ?? 0,
          after.contacts[row] ?? 0,
        ])
      writeCsv(['id', 'from', 'to', 'contacts_before', 'contacts_after'], movers, out)
    }
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
      contacts: { before: sum(before.contacts), after: sum(after.contacts) },
      sectors: sectorChanges(after.dataset.attributes.sector, before.contacts, after.contacts),
    })
  },
}

function placeOf(result: SegmentationResult, row: number): string | null {
  const place = result.segments[row] ?? excludedIndex
  return place === excludedIndex ? excludedSegment : (result.segmentCodes[place] ?? null)
}

function isInOneOnly(before: SegmentationResult, after: SegmentationResult, row: number): boolean {
  return (placeOf(before, row) === null) !== (placeOf(after, row) === null)
}

const counted = (codes: readonly string[], counts: readonly number[]) =>
  codes.flatMap((segment, index) => ((counts[index] ?? 0) > 0 ? [{ segment, hcps: counts[index] ?? 0 }] : []))

/** Contacts before and after of each sector of the file; hcps without a sector come together under null. */
function sectorChanges(
  column: { values: Int32Array; dictionary: readonly string[] },
  before: Float64Array,
  after: Float64Array,
) {
  const sums = [...column.dictionary, null].map((sector) => ({ sector, before: 0, after: 0, difference: 0 }))
  column.values.forEach((value, row) => {
    const one = sums[value < 0 ? sums.length - 1 : value]
    if (!one) return
    one.before += before[row] ?? 0
    one.after += after[row] ?? 0
    one.difference = one.after - one.before
  })
  return sums.filter(({ sector, before: earlier, after: later }) => sector !== null || earlier + later > 0)
}

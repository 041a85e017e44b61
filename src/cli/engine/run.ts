import { createHash } from 'node:crypto'
import {
  type Configuration,
  type Dataset,
  encodeDataset,
  engineVersion,
  excludedIndex,
  excludedSegment,
  rowOfHcp,
  type SegmentationResult,
} from '../../engine/index.ts'
import { canonicalJson } from '../../lib/canonical-json.ts'
import { CsvTable } from './csv-table.ts'
import { readDataset, readIds } from './cycle-data.ts'
import { cycleOptions, cycleUsage, readConfiguration, segmentationCode, segmentWith } from './cycle-files.ts'
import { type Cell, writeCsv, writeJson } from './files.ts'
import { type Frequencies, frequenciesOf } from './frequencies.ts'
import type { EngineCommand } from './engine-command.ts'

export const command: EngineCommand = {
  usage: `--config cycle.json --data hcps.csv [--out out.csv] ${cycleUsage}`,
  options: cycleOptions,
  run: (options) => {
    const configuration = readConfiguration(options.file('config'))
    const code = segmentationCode(options, configuration)
    const table = new CsvTable(options.file('data'))
    const dataset = readDataset(table, configuration, options)
    const result = segmentWith(dataset, configuration, code)
    const frequencies = frequenciesOf(configuration, code)
    const out = options.out()
    const rows = readIds(table).map((id) => [
      id,
      ...hcpCells(rowOfHcp(dataset, id), configuration, result, frequencies),
    ])
    writeCsv(headerOf(result, frequencies), rows, out)
    if (out !== undefined) writeJson(summary(configuration, dataset, result, frequencies))
  },
}

function headerOf(result: SegmentationResult, { channels }: Frequencies): string[] {
  const axes = result.axes.flatMap(({ code }) => [code, `${code}_class`])
  return ['id', ...axes, 'cell', 'rule', 'segment', ...channels]
}

function hcpCells(
  row: number,
  configuration: Configuration,
  result: SegmentationResult,
  { channels, of }: Frequencies,
): Cell[] {
  const segmentation = configuration.segmentations.find((one) => one.code === result.segmentation)
  const classOf = (code: string) => {
    const axis = result.axes.find((one) => one.code === code)
    return axis?.classCodes[axis.classes[row] ?? -1] ?? null
  }
  const { rows = '', columns = '', layers } = segmentation?.matrix ?? {}
  const cell = [rows, columns, ...(layers === undefined ? [] : [layers])].map(classOf)
  const place = result.segments[row] ?? excludedIndex
  const segment = place === excludedIndex ? excludedSegment : (result.segmentCodes[place] ?? null)
  return [
    ...result.axes.flatMap((axis) => [axis.values[row] ?? NaN, classOf(axis.code)]),
    cell.includes(null) ? null : cell.join('/'),
    segmentation?.rules[result.ruleOf[row] ?? -1]?.id ?? null,
    segment,
    ...channels.map((channel) => (segment === null ? null : of(segment, channel))),
  ]
}

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

/** What a run says of itself: from what, and how many. Cut-offs per group, null where nothing is high enough. */
function summary(
  configuration: Configuration,
  dataset: Dataset,
  result: SegmentationResult,
  { channels, of }: Frequencies,
) {
  const hcps = (index: number) => result.segmentTallies[index]?.count ?? 0
  return {
    engineVersion,
    configuration: sha256(canonicalJson(configuration)),
    data: sha256(encodeDataset(dataset)),
    segmentation: result.segmentation,
    hcps: result.rows,
    universe: result.universeCount,
    excluded: result.excluded.count,
    axes: result.axes.map((axis) => ({
      axis: axis.code,
      missing: axis.missing,
      classes: axis.classCodes.map((code, index) => ({
        class: code,
        hcps: axis.counts[index] ?? 0,
        volume: axis.volumes[index] ?? 0,
      })),
      cutOffs: axis.groups.map((group) => ({
        group: group.code,
        from: Array.from(group.cutOffs, (cut) => (Number.isNaN(cut) ? null : cut)),
      })),
    })),
    rules: result.rules.map(({ id, matched, caught }) => ({ rule: id, matched, caught })),
    segments: result.segmentCodes.map((segment, index) => ({ segment, hcps: hcps(index) })),
    contacts: channels.map((channel) => ({
      channel,
      contacts: result.segmentCodes.reduce(
        (sum, segment, index) => sum + hcps(index) * (of(segment, channel) ?? 0),
        0,
      ),
    })),
  }
}

import {
  createSegmentationCache,
  datasetOfSegmentation,
  explain,
  rowOfHcp,
  segment,
} from '../../engine/index.ts'
import { CommandError } from './command-error.ts'
import { CsvTable } from './csv-table.ts'
import { readDataset } from './cycle-data.ts'
import { cycleOptions, cycleUsage, readConfiguration, segmentationCode } from './cycle-files.ts'
import { nameOf, writeJson } from './files.ts'
import type { EngineCommand } from './engine-command.ts'

export const command: EngineCommand = {
  usage: `--config cycle.json --data hcps.csv --id ID [--out FILE] ${cycleUsage}`,
  options: { ...cycleOptions, id: { type: 'string' } },
  run: (options) => {
    const id = options.needed('id')
    const configuration = readConfiguration(options.file('config'))
    const code = segmentationCode(options, configuration)
    const file = options.file('data')
    const dataset = datasetOfSegmentation(readDataset(new CsvTable(file), configuration, options), code)
    if (!dataset.hcpIds.includes(id)) throw new CommandError(`${nameOf(file)}: there is no hcp ${id}.`)
    const cache = createSegmentationCache(dataset)
    const result = segment(dataset, configuration, code, cache)
    writeJson(explain(dataset, configuration, result, rowOfHcp(dataset, id), cache), options.out())
  },
}

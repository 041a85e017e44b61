import {
  type Configuration,
  configurationSchema,
  type Dataset,
  datasetOfSegmentation,
  type SegmentationResult,
  segment,
  validateConfiguration,
} from '../../engine/index.ts'
import { CommandError, misused } from './command-error.ts'
import { nameOf, readJson } from './files.ts'
import type { Options } from './options.ts'
import { parsed } from './parsed.ts'

/** The options of the commands that read a cycle and its hcps. */
export const cycleOptions = {
  config: { type: 'string' },
  data: { type: 'string' },
  'reference-day': { type: 'string' },
  segmentation: { type: 'string' },
  out: { type: 'string' },
} as const

export const cycleUsage = '[--reference-day YYYY-MM-DD] [--segmentation CODE]'

/** A configuration that fits its schema and holds together. */
export function readConfiguration(file: string): Configuration {
  const configuration = parsed(file, configurationSchema, readJson(file))
  const problems = validateConfiguration(configuration)
  if (problems.length === 0) return configuration
  const lines = problems.slice(0, 20).map(({ path, code, params }) => {
    const values = Object.entries(params).map(([name, value]) => `${name} ${value}`)
    return `  ${path.join('.')}: ${code}${values.length > 0 ? ` (${values.join(', ')})` : ''}`
  })
  throw new CommandError([`${nameOf(file)} does not hold together:`, ...lines].join('\n'))
}

/** The segmentation asked, else the one that the grid reads, else the first. */
export function segmentationCode(options: Options, configuration: Configuration): string {
  const codes = configuration.segmentations.map((one) => one.code)
  const asked = options.text('segmentation')
  const code = asked ?? codes.find((one) => one === configuration.grid.segmentation) ?? codes[0]
  if (code === undefined) throw new CommandError('The configuration has no segmentation.')
  if (!codes.includes(code)) throw misused(`--segmentation is one of ${codes.join(', ')}, not ${code}.`)
  return code
}

export function segmentWith(
  dataset: Dataset,
  configuration: Configuration,
  code: string,
): SegmentationResult {
  return segment(datasetOfSegmentation(dataset, code), configuration, code)
}

import { configurationSchema, configurationVersion, type Configuration } from './configuration.ts'

/** Where every new cycle starts: nothing asked, nothing cut, the usual limits and follow-up settings. */
export function emptyConfiguration(): Configuration {
  return configurationSchema.parse({
    version: configurationVersion,
    universe: null,
    criteria: [],
    segmentations: [],
    grid: { segmentation: 'general', combine: 'max', rows: [] },
    fit: { method: 'warn' },
    constraints: { yearlyContactCap: null },
    limits: {
      deadline: { mode: 'refuse' },
      frequency: { minimum: 1, maximum: 12, mode: 'refuse' },
      changes: { maximum: null, maximumShareBps: 1500, mode: 'refuse' },
      reasonRequired: true,
      atDeadline: 'theory',
    },
    followUp: {},
  })
}

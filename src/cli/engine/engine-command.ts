import type { ParseArgsConfig } from 'node:util'
import type { Options } from './options.ts'

export type EngineCommand = {
  /** What comes after the name. */
  readonly usage: string
  readonly options: NonNullable<ParseArgsConfig['options']>
  readonly run: (options: Options) => void
}

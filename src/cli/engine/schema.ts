import * as z from 'zod'
import { configurationSchema } from '../../engine/index.ts'
import { writeJson } from './files.ts'
import type { EngineCommand } from './engine-command.ts'

export const command: EngineCommand = {
  usage: '[--out schema.json]',
  options: { out: { type: 'string' } },
  run: (options) => writeJson(z.toJSONSchema(configurationSchema, { io: 'input' }), options.out()),
}

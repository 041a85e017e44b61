import * as z from 'zod'
import { optimiseEffort } from '../../engine/index.ts'
import { readJson, writeJson } from './files.ts'
import { parsed } from './parsed.ts'
import type { EngineCommand } from './engine-command.ts'

const schema = z.object({
  capacity: z.int().min(0).max(1_000_000),
  curves: z.array(
    z.object({
      min: z.number(),
      max: z.number(),
      c: z.number().positive(),
      d: z.number().positive(),
      scale: z.number(),
      reference: z.number().positive(),
      unitCost: z.number(),
    }),
  ),
})

export const command: EngineCommand = {
  usage: '--problem problem.json [--out FILE]',
  options: { problem: { type: 'string' }, out: { type: 'string' } },
  run: (options) => {
    const file = options.file('problem')
    const { curves, capacity } = parsed(file, schema, readJson(file))
    writeJson(optimiseEffort(curves, capacity), options.out())
  },
}

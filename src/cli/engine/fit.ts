import { fitResponse } from '../../engine/index.ts'
import { CommandError } from './command-error.ts'
import { CsvTable } from './csv-table.ts'
import { nameOf, writeJson } from './files.ts'
import type { EngineCommand } from './engine-command.ts'

export const command: EngineCommand = {
  usage: '--points points.csv [--out FILE]   (columns x,y)',
  options: { points: { type: 'string' }, out: { type: 'string' } },
  run: (options) => {
    const file = options.file('points')
    const table = new CsvTable(file)
    const [x, y] = [table.amounts('x'), table.neededNumbers('y')]
    const points = Array.from({ length: table.rows }, (_, row) => ({ x: x(row), y: y(row) }))
    const different = new Set(points.map((point) => point.x)).size
    if (different < 4)
      throw new CommandError(`${nameOf(file)}: a curve needs four different x, there are ${different}.`)
    writeJson(fitResponse(points), options.out())
  },
}

import { openWhatIf } from '#src/client/what-if/what-if-session.ts'
import { encodeDataset, type Configuration } from '#src/engine/index.ts'
import type { Bench } from './bench.ts'
import * as people from './engine/people.ts'
import { limitLine } from './lines.ts'
import { repeat } from './measure.ts'

const rows = 200_000

/** The segmentation of the engine's line, its first axis cut by thresholds. */
function thresholds(document: Configuration, cut: number): Configuration['segmentations'][number] {
  const [segmentation] = document.segmentations
  if (!segmentation) throw new Error('the configuration has a segmentation')
  return {
    ...segmentation,
    axes: segmentation.axes.map((axis) =>
      axis.code === 'potential'
        ? { ...axis, classification: { method: 'thresholds' as const, cuts: [cut, 20] } }
        : axis,
    ),
  }
}

/** The studio's slider: a threshold moves, everybody is segmented again, and every figure of the screen with it. */
export const whatIfBench: Bench = {
  name: 'what-if',
  database: false,
  run: async () => {
    const document = people.configuration()
    const session = openWhatIf(encodeDataset(people.dataset(people.columns(rows))))
    const { universe, criteria, grid } = document
    let cut = 30
    const move = () => {
      cut = 30 + ((cut - 30 + 0.25) % 30)
      const segmentation = thresholds(document, cut)
      return session.compute({ universe, criteria, grid, reference: null, segmentation }, () =>
        performance.now(),
      )
    }
    const whole = await repeat(move, { warmUps: 20, repetitions: 60 })
    const work =
      'what-if: 200,000 hcps re-segmented on a threshold move, with every figure of the screen (in Node)'
    return [limitLine(work, whole, 16)]
  },
}

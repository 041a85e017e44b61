import { createHash } from 'node:crypto'
import { encodeSegmentation, explain, segment } from '#src/engine/index.ts'
import { axis, configurationOf, criterion, datasetOf } from './fixture.ts'

// Run apart, in another time zone and language: prints the SHA-256 of a segmentation and of every explanation.
const options = ['low', 'high'].map((code, index) => ({ code, points: index * 3 + 1 }))
const criteria = [
  criterion('x'),
  criterion('y'),
  criterion('level', 'CHOICE', { options }),
  criterion('seen', 'DATE'),
]
const words = ['İstanbul', 'ısı', 'Zoé', 'zoe', 'Ärzte', 'éa']
const rows = words.flatMap((word, index) =>
  [1, 2, 3].map((part) => ({
    id: `${word}-${part}`,
    answers: {
      x: (index * 7.3 + part) % 11,
      y: index - part,
      level: part === 1 ? 'low' : 'high',
      seen: `2026-0${part}-28`,
    },
    specialty: word,
  })),
)
const configuration = configurationOf({
  criteria,
  axes: [
    axis('seen', { method: 'quantiles', k: 3 }, 3, { groupBy: 'specialty' }),
    axis('f', { method: 'abc', limitsBps: [8000, 9500], reach: false }, 3, {
      source: {
        kind: 'formula',
        formula: {
          op: '/',
          left: { kind: 'criterion', code: 'x' },
          right: { op: '+', left: { kind: 'criterion', code: 'seen' }, right: 0.1 },
        },
      },
    }),
  ],
})
const dataset = datasetOf(rows, criteria)
const result = segment(dataset, configuration, 'general')
const hash = createHash('sha256').update(encodeSegmentation(result))
rows.forEach((_, row) => hash.update(JSON.stringify(explain(dataset, configuration, result, row))))
process.stdout.write(hash.digest('hex'))

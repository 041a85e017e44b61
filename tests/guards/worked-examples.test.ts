import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const shared = new URL('../../../shared/design/domain.md', import.meta.url)
const isAbsent = !existsSync(shared)
if (isAbsent) console.warn('skipped: domain.md is not beside the project (../shared/design)')

const segmentation = 'tests/engine/segmentation/worked-examples.test.ts'

/** By the first words of each worked example: the tests that hold it, by file and by what stands in it. */
const examples: Record<string, readonly (readonly [file: string, text: string])[]> = {
  'ABC by value, turnover': [
    [segmentation, 'ABC by value 80/95: A holds the first two'],
    [segmentation, 'ABC by value, limit 85: the two 900s stay together, out of A'],
    [segmentation, "['42.04', '79.99']"],
    [segmentation, 'head-count 20/50, n = 10'],
    [segmentation, "'ABBCCCC'"],
  ],
  'Volume n-tiles': [
    [segmentation, 'volume n-tiles, k = 4, turnover'],
    [segmentation, 'volume n-tiles, k = 4, 40 25 15 10 5 5'],
    [segmentation, 'SAS rank groups 7, 3, 2, 8 with k = 4 → groups 2, 1, 0, 3'],
  ],
  'Credit: weight 1': [
    ['tests/engine/follow/figures.test.ts', 'weight 1, goal 2, max 4, done 5 → 4'],
    ['tests/engine/follow/status.test.ts', 'is the one of the worked examples'],
  ],
  'A line with products': [
    ['tests/engine/allocate/grid-lines.test.ts', 'are 6 for products shown 6, 4 and 2 times, 12 when'],
    ['tests/engine/follow/products.test.ts', 'is 1 contact and 3 presentations'],
  ],
  'Workload: 1,000 A': [
    ['tests/engine/capacity/workload.test.ts', '1,000 A × 36 + 2,000 B × 12'],
    [segmentation, "'292.06'"],
  ],
  'Rates: 1,000 sent': [['tests/engine/indicators/rates.test.ts', 'are those of the worked example']],
  'Naive Bayes': [[segmentation, "['28.60', '33.69', '23.51', '28.05']"]],
  'RFM cut points': [
    [segmentation, '[422, 322, 244, 511, 355]'],
    ['tests/engine/command-line/rfm.test.ts', "['422', '322', '244', '511', '355', '']"],
  ],
  'ADBUDG through': [['tests/engine/allocate/response.test.ts', 'is the one of the worked example']],
}

/** The first words of the examples that no entry of the table answers for. */
function forgotten(page: string): string[] {
  const [, section = ''] = page.split('## Worked examples that must come out')
  const bullets = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('- '))
  return bullets
    .map((line) => line.slice(2))
    .filter((line) => !Object.keys(examples).some((start) => line.startsWith(start)))
}

describe('worked examples of the domain', () => {
  it('are each held by a test', () => {
    const missing = Object.values(examples)
      .flat()
      .filter(([file, text]) => !readFileSync(file, 'utf8').includes(text))
    expect(missing).toEqual([])
  })

  it('one that no test holds is seen', () => {
    expect(
      forgotten(
        'x\n## Worked examples that must come out\n\n- Naive Bayes, 50 leads\n- Another: 3\n## Law\n- no',
      ),
    ).toEqual(['Another: 3'])
  })

  it.skipIf(isAbsent)('are none of them forgotten (skipped where ../shared/design is absent)', () => {
    const page = readFileSync(shared, 'utf8')
    expect(forgotten(page)).toEqual([])
    expect(page).toContain('- Rates: 1,000 sent')
  })
})

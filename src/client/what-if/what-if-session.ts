import {
  contactsBySegment,
  createSegmentationCache,
  datasetOfSegmentation,
  decodeDataset,
  emptyConfiguration,
  explain,
  partitionOf,
  previousPartition,
  rowOfHcp,
  sectorContacts,
  segment,
  unqualifiedSegment,
  validateConfiguration,
  type Configuration,
  type Dataset,
  type Explanation,
  type Partition,
  type SectorContacts,
  type SegmentationCache,
  type SegmentationResult,
} from '#src/engine/index.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { decodeTable } from '#src/lib/columns/binary.ts'
import type { CodeColumn } from '#src/lib/columns/column-types.ts'
import { describeAxis } from './describe-axes.ts'
import { describeMoves } from './describe-moves.ts'
import type { Loaded, Preview, RulePreview, Setting, Visits, WhatIfRequest } from './what-if-types.ts'

export type WhatIf = {
  loaded: Loaded
  compute: (request: WhatIfRequest, now: () => number) => Preview
  /** Of the last computed request; null for an hcp that is not in the dataset. */
  explain: (hcpId: string) => Explanation | null
}

const sections: readonly (string | number | undefined)[] = ['universe', 'criteria', 'segmentations']

const documentOf = ({ universe, criteria, segmentation }: Setting): Configuration => ({
  ...emptyConfiguration(),
  universe,
  criteria,
  segmentations: [segmentation],
})

const general = 'general'

/** The studio's engine over one dataset: the same functions as the official run, with the memory of what did not move. */
export function openWhatIf(bytes: Uint8Array): WhatIf {
  const dataset = decodeDataset(bytes)
  const { columns } = decodeTable(bytes)
  const views = new Map<string, { dataset: Dataset; cache: SegmentationCache }>()
  const viewOf = (code: string) => {
    const known = views.get(code)
    if (known) return known
    const own = datasetOfSegmentation(dataset, code)
    const made = { dataset: own, cache: createSegmentationCache(own) }
    views.set(code, made)
    return made
  }
  const officialOf = (code: string): CodeColumn | null => {
    const column = columns[`official:${code}`]
    return column?.kind === 'code' && column.dictionary.length > 0 ? column : null
  }
  const partitions = new Map<CodeColumn, Partition>()
  const earlier = (column: CodeColumn): Partition => {
    const known = partitions.get(column) ?? previousPartition(column)
    partitions.set(column, known)
    return known
  }
  let last: { document: Configuration; result: SegmentationResult } | null = null
  let reference: { key: string; result: SegmentationResult } | null = null

  function referenceOf(setting: Setting | null, code: string): SegmentationResult | null {
    if (setting?.segmentation.code !== code) return null
    const key = canonicalJson(setting)
    if (reference?.key !== key) {
      const view = viewOf(code)
      reference = { key, result: segment(view.dataset, documentOf(setting), code, view.cache) }
    }
    return reference.result
  }

  function compute(request: WhatIfRequest, now: () => number): Preview {
    const { segmentation, grid } = request
    const { code } = segmentation
    const view = viewOf(code)
    const document = documentOf(request)
    const before = referenceOf(request.reference, code)
    const start = now()
    const result = segment(view.dataset, document, code, view.cache)
    const milliseconds = now() - start
    last = { document, result }
    const contacts = contactsBySegment(grid, code)
    const rowAxis = result.axes.find((axis) => axis.code === segmentation.matrix.rows)
    const moves = (column: CodeColumn | null) =>
      column && describeMoves(view.dataset, earlier(column), partitionOf(result), rowAxis?.values)
    const cellSegment = segmentation.matrix.cells.flat()
    const sameCells = before?.cellTallies.length === result.cellTallies.length ? before : null
    const beforeSegments = new Map(
      before?.segmentCodes.map((one, index) => [one, before.segmentTallies[index]?.count ?? 0]),
    )
    const contactsOf = (segmentCode: string | undefined) => contacts?.get(segmentCode ?? '') ?? 0
    const segments = result.segmentCodes.map((one, index) => {
      const tally = result.segmentTallies[index] ?? { count: 0, volumes: [] }
      return {
        code: one,
        count: tally.count,
        volumes: [...tally.volumes],
        contacts: tally.count * contactsOf(one),
        before: before ? (beforeSegments.get(one) ?? 0) : null,
      }
    })
    const cells = result.cellTallies.map((tally, index) => ({
      count: tally.count,
      volumes: [...tally.volumes],
      contacts: tally.count * contactsOf(cellSegment[index]),
      before: sameCells?.cellTallies[index]?.count ?? null,
    }))
    return {
      rows: view.dataset.rows,
      universe: result.universeCount,
      qualified: cells.reduce((sum, cell) => sum + cell.count, 0),
      unqualified: segments.find((one) => one.code === unqualifiedSegment)?.count ?? 0,
      excluded: result.excluded.count,
      milliseconds,
      axes: result.axes.map((axis) =>
        describeAxis(
          view.dataset,
          document,
          code,
          axis,
          view.cache,
          before?.axes.find((one) => one.code === axis.code),
        ),
      ),
      cells,
      segments,
      totalVolumes: result.axes.map((axis) => axis.totalVolume),
      totalContacts: segments.reduce((sum, one) => sum + one.contacts, 0),
      rules: result.rules.map((rule) => rulePreview(rule, before)),
      official: moves(officialOf(code)),
      previous:
        code === general && dataset.previousSegment.dictionary.length > 0
          ? moves(dataset.previousSegment)
          : null,
      visits:
        contacts && before
          ? visitsOf(sectorContacts(view.dataset, { result: before, contacts }, { result, contacts }))
          : null,
      problems: validateConfiguration(document).filter(({ path }) => sections.includes(path[0])),
    }
  }

  return {
    loaded: {
      rows: dataset.rows,
      bytes: bytes.length,
      vocabulary: {
        profession: [...dataset.attributes.profession.dictionary],
        specialty: [...dataset.attributes.specialty.dictionary],
        region: [...dataset.attributes.region.dictionary],
        sector: [...dataset.attributes.sector.dictionary],
        practice: [...dataset.attributes.practice.dictionary],
        commune: [...dataset.attributes.commune.dictionary],
        brick: [...dataset.attributes.brick.dictionary],
        previousSegment: [...dataset.previousSegment.dictionary],
      },
    },
    compute,
    explain: (hcpId) => {
      if (!last) return null
      const view = viewOf(last.result.segmentation)
      const row = rowOfHcp(view.dataset, hcpId)
      return row < 0 ? null : explain(view.dataset, last.document, last.result, row, view.cache)
    },
  }
}

function visitsOf(sectors: readonly SectorContacts[]): Visits {
  const sum = (side: 'before' | 'after') => sectors.reduce((total, one) => total + one[side], 0)
  return {
    total: sum('after'),
    before: sum('before'),
    sectors: sectors.flatMap(({ sector, before, after }) =>
      sector === null ? [] : [{ code: sector, change: after - before }],
    ),
  }
}

function rulePreview(
  rule: SegmentationResult['rules'][number],
  before: SegmentationResult | null,
): RulePreview {
  const count = Math.max(0, ...rule.takenBy)
  return {
    id: rule.id,
    matched: rule.matched,
    caught: rule.caught,
    before: before ? (before.rules.find((one) => one.id === rule.id)?.caught ?? 0) : null,
    shadow: count > 0 ? { index: rule.takenBy.indexOf(count), count } : null,
  }
}

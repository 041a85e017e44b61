import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { CriteriaDto, CriterionDto } from '#src/contracts/qualification.ts'
import { refused, type RefusalItem } from '#src/lib/app-error.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listCriteria, listSources, type CriterionRow } from '../../../repositories/criterion-repository.ts'
import {
  configurationInForce,
  editableSections,
  loadWorkingConfiguration,
} from '../../cycles/steps/configuration.ts'

type CycleCriterion = Configuration['criteria'][number]

const describe = (row: CriterionRow, asked: CycleCriterion): CriterionDto => ({
  code: row.code,
  kind: row.kind,
  level: row.level,
  unit: row.unit,
  labels: row.labels,
  help: asked.help,
  required: asked.required,
  minimum: asked.minimum,
  maximum: asked.maximum,
  options: asked.options.flatMap(({ code, points }) => {
    const option = row.options.find((one) => one.code === code)
    return option ? [{ code, labels: option.labels, points }] : []
  }),
  validityMonths: asked.validityMonths,
  sources: asked.sources,
})

/** A criterion of the lab that the cycle has not asked yet, as it would be asked first. */
const proposal = (row: CriterionRow, sources: readonly string[]): CriterionDto => ({
  code: row.code,
  kind: row.kind,
  level: row.level,
  unit: row.unit,
  labels: row.labels,
  help: { fr: '', en: '' },
  required: true,
  minimum: null,
  maximum: null,
  options: row.options.map(({ code, labels }, index) => ({ code, labels, points: index })),
  validityMonths: 12,
  sources: [...sources],
})

/** The criteria of a cycle as the builder shows them, with the lab's others beside. */
export async function describeCriteria(tx: Tx, labId: string, cycle: CycleDto): Promise<CriteriaDto> {
  const { document } = await configurationInForce(tx, labId, cycle)
  const { draft } = await loadWorkingConfiguration(tx, labId, cycle.id)
  const rows = new Map((await listCriteria(tx, labId)).map((row) => [row.code, row]))
  const sources = await listSources(tx, labId)
  const asked = new Set(document.criteria.map(({ code }) => code))
  const field = sources.filter(({ kind }) => kind === 'FIELD').map(({ code }) => code)
  const first = field.length > 0 ? field : sources.slice(0, 1).map(({ code }) => code)
  return {
    cycleId: cycle.id,
    cycleName: cycle.name,
    version: draft.version,
    editable: editableSections(cycle.state).includes('criteria'),
    criteria: document.criteria.flatMap((one) => {
      const row = rows.get(one.code)
      return row ? [describe(row, one)] : []
    }),
    library: [...rows.values()]
      .filter(({ code, retired }) => !retired && !asked.has(code))
      .map((row) => proposal(row, first)),
    sources: sources.map(({ code, label, kind }) => ({ code, label, kind })),
  }
}

/** Refuses criteria that the lab does not have, or has with another kind, and sources that it does not have. */
export async function assertKnownCriteria(
  tx: Tx,
  labId: string,
  criteria: readonly CycleCriterion[],
): Promise<void> {
  const rows = new Map((await listCriteria(tx, labId)).map((row) => [row.code, row]))
  const sources = new Set((await listSources(tx, labId)).map(({ code }) => code))
  const items = criteria.flatMap(({ code, kind, sources: asked }): RefusalItem[] => {
    const row = rows.get(code)
    if (!row) return [{ code: 'criterion-unknown', params: { code } }]
    if (row.kind !== kind)
      return [{ code: 'criterion-kind-fixed', params: { code, kind: row.kind, level: row.level } }]
    return asked
      .filter((source) => !sources.has(source))
      .map((source) => ({ code: 'source-unknown', params: { source } }))
  })
  if (items.length > 0) throw refused('criterion-invalid', { count: items.length }, items)
}

/** The part of a criterion that belongs to the cycle. */
export const askedPart = (criterion: CriterionDto): CycleCriterion => ({
  code: criterion.code,
  kind: criterion.kind,
  required: criterion.required,
  help: criterion.help,
  minimum: criterion.minimum,
  maximum: criterion.maximum,
  options: criterion.options.map(({ code, points }) => ({ code, points })),
  validityMonths: criterion.validityMonths,
  sources: criterion.sources,
})

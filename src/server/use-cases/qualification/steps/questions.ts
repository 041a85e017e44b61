import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { CycleDto } from '#src/contracts/cycles.ts'
import type { AnswerKind } from '#src/lib/answer-value.ts'
import { addMonths } from '#src/lib/calendar.ts'
import { clock } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/transaction.ts'
import type { AskedQuestion } from '../../../repositories/answer-query-repository.ts'
import {
  listCriteria,
  listCycleProducts,
  listSources,
  type CriterionRow,
  type Labels,
  type SourceRow,
} from '../../../repositories/criterion-repository.ts'
import type { CycleGround } from '../../../repositories/cycle-universe-repository.ts'
import { findLab } from '../../../repositories/lab-repository.ts'

type CycleCriterion = Configuration['criteria'][number]

/** A question of the cycle's form, with everything that a screen or a rule needs to know about it. */
export type Question = AskedQuestion & {
  kind: AnswerKind
  asked: CycleCriterion
  criterion: CriterionRow
  product: { code: string; name: string } | null
  labels: Labels
  sources: SourceRow[]
}

type CycleFacts = Pick<CycleDto, 'id' | 'referenceDay' | 'qualification' | 'networkIds'>

/** The day at which ages are counted: the reference day, else the end of qualification, else today. */
export async function referenceDayOf(tx: Tx, labId: string, cycle: CycleFacts): Promise<string> {
  if (cycle.referenceDay) return cycle.referenceDay
  if (cycle.qualification) return cycle.qualification.endsOn
  const lab = await findLab(tx, labId)
  return clock.today(lab?.timeZone ?? 'Europe/Paris')
}

/** Where and when the cycle looks, for every reading of answers. */
export async function cycleGround(
  tx: Tx,
  labId: string,
  cycle: CycleFacts,
  document: Pick<Configuration, 'universe'>,
): Promise<CycleGround> {
  const day = await referenceDayOf(tx, labId, cycle)
  return { networkIds: cycle.networkIds, day, universe: document.universe }
}

/**
 * The cycle's questions in the order of its form: one a criterion, one a product of the cycle where the criterion is
 * asked per product (key `criterion:product`). Criteria that the lab no longer has are left out.
 */
export async function cycleQuestions(
  tx: Tx,
  labId: string,
  cycle: CycleFacts,
  document: Pick<Configuration, 'criteria'>,
): Promise<Question[]> {
  const rows = new Map((await listCriteria(tx, labId)).map((row) => [row.code, row]))
  const sources = new Map((await listSources(tx, labId)).map((source) => [source.code, source]))
  const products = await listCycleProducts(tx, labId, cycle.id)
  const day = await referenceDayOf(tx, labId, cycle)
  return document.criteria.flatMap((asked): Question[] => {
    const criterion = rows.get(asked.code)
    if (!criterion) return []
    const allowed = asked.sources.flatMap((code) => sources.get(code) ?? [])
    const base = {
      kind: criterion.kind,
      asked,
      criterion,
      criterionId: criterion.id,
      level: criterion.level,
      sources: allowed,
      sourceIds: allowed.map(({ id }) => id),
      optionCodes: criterion.options.map(({ code }) => code),
      cutoff: asked.validityMonths === null ? null : addMonths(day, -asked.validityMonths),
    }
    if (criterion.level !== 'HCP_PRODUCT')
      return [{ ...base, key: asked.code, productId: null, product: null, labels: criterion.labels }]
    return products.map(({ id, code, name }) => ({
      ...base,
      key: `${asked.code}:${code}`,
      productId: id,
      product: { code, name },
      labels: { fr: `${criterion.labels.fr} · ${name}`, en: `${criterion.labels.en} · ${name}` },
    }))
  })
}

/** The source through which the field answers a question; null when its answer only comes from elsewhere. */
export function fieldSource(question: Pick<Question, 'level' | 'sources'>): SourceRow | null {
  if (question.level === 'BRICK') return null
  return question.sources.find(({ kind }) => kind === 'FIELD') ?? null
}

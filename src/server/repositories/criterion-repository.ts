import type { AnswerKind } from '#src/lib/answer-value.ts'
import type { Tx } from '../platform/transaction.ts'
import type { CriterionLevel } from './answer-query-repository.ts'

export type Labels = { fr: string; en: string }
export type CriterionRow = {
  id: string
  code: string
  kind: AnswerKind
  level: CriterionLevel
  unit: string | null
  labels: Labels
  retired: boolean
  options: { code: string; labels: Labels }[]
}

const labelsOf = (json: unknown): Labels => {
  const labels = json as Partial<Labels> | null
  return { fr: labels?.fr ?? '', en: labels?.en ?? '' }
}

/** The lab's criteria by code, retired ones included. */
export async function listCriteria(tx: Tx, labId: string): Promise<CriterionRow[]> {
  const rows = await tx.criterion.findMany({
    where: { labId },
    include: { criterionOptions: { orderBy: { rank: 'asc' } } },
    orderBy: { code: 'asc' },
  })
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    // Checked by the database: kinds and levels are closed lists there.
    kind: row.kind as AnswerKind,
    level: row.level as CriterionLevel,
    unit: row.unit,
    labels: labelsOf(row.labels),
    retired: row.retiredAt !== null,
    options: row.criterionOptions.map(({ code, labels }) => ({ code, labels: labelsOf(labels) })),
  }))
}

export type NewCriterion = {
  code: string
  kind: AnswerKind
  level: CriterionLevel
  unit: string | null
  labels: Labels
}

export async function insertCriterion(
  tx: Tx,
  labId: string,
  memberId: string,
  criterion: NewCriterion,
): Promise<string> {
  const { id } = await tx.criterion.create({
    data: { labId, ...criterion, createdBy: memberId },
    select: { id: true },
  })
  return id
}

/** Words may be corrected at any time; code, kind and level never change. */
export async function updateCriterionWords(
  tx: Tx,
  labId: string,
  criterionId: string,
  words: { labels: Labels; unit: string | null },
): Promise<void> {
  await tx.criterion.update({ where: { labId_id: { labId, id: criterionId } }, data: words })
}

/** Adds options that are new and corrects the words and order of the others; none is ever removed. */
export async function saveOptions(
  tx: Tx,
  labId: string,
  memberId: string,
  criterionId: string,
  options: readonly { code: string; labels: Labels }[],
): Promise<void> {
  for (const [index, { code, labels }] of options.entries()) {
    const words = { labels, rank: index + 1 }
    await tx.criterionOption.upsert({
      where: { labId_criterionId_code: { labId, criterionId, code } },
      create: { labId, criterionId, code, ...words, createdBy: memberId },
      update: words,
    })
  }
}

export type SourceRow = { id: string; code: string; label: string; kind: string }

export const listSources = (tx: Tx, labId: string): Promise<SourceRow[]> =>
  tx.source.findMany({
    where: { labId },
    select: { id: true, code: true, label: true, kind: true },
    orderBy: { code: 'asc' },
  })

export type ProductRow = { id: string; code: string; name: string }

/** The cycle's products in their order, each once. */
export async function listCycleProducts(tx: Tx, labId: string, cycleId: string): Promise<ProductRow[]> {
  return tx.$queryRaw<ProductRow[]>`
    SELECT p.id, p.code, p.name FROM product p
    JOIN (SELECT product_id, min(rank) AS rank FROM cycle_product
      WHERE lab_id = ${labId}::uuid AND cycle_id = ${cycleId}::uuid GROUP BY product_id) c ON c.product_id = p.id
    WHERE p.lab_id = ${labId}::uuid ORDER BY c.rank, p.code`
}

import type { Configuration } from '#src/contracts/cycle-configuration.ts'
import type { ExplanationWords } from '#src/contracts/explanation.ts'
import { unqualifiedSegment } from '#src/engine/index.ts'
import type { Tx } from '../../../platform/transaction.ts'
import { listCriteria } from '../../../repositories/criterion-repository.ts'

export type CriterionWords = ExplanationWords['criteria'][number] & { perProduct: boolean }

/** The criteria of a configuration with their words, in the order of its form. */
export async function criterionWords(
  tx: Tx,
  labId: string,
  document: Pick<Configuration, 'criteria'>,
): Promise<CriterionWords[]> {
  const rows = new Map((await listCriteria(tx, labId)).map((row) => [row.code, row]))
  return document.criteria.map(({ code, kind, options }) => {
    const row = rows.get(code)
    const optionLabels = new Map(row?.options.map((option) => [option.code, option.labels]))
    return {
      code,
      kind,
      label: row?.labels ?? { fr: code, en: code },
      unit: row?.unit ?? null,
      options: options.map((option) => ({
        code: option.code,
        label: optionLabels.get(option.code) ?? { fr: option.code, en: option.code },
      })),
      perProduct: row?.level === 'HCP_PRODUCT',
    }
  })
}

/** What the codes of one segmentation are called. */
export function explanationWords(
  document: Configuration,
  code: string,
  criteria: readonly CriterionWords[],
): ExplanationWords {
  const segmentation = document.segmentations.find((one) => one.code === code)
  const segments = segmentation?.segments ?? []
  return {
    axes: (segmentation?.axes ?? []).map((axis) => ({
      code: axis.code,
      name: axis.name,
      classes: axis.classes,
    })),
    segments: segments
      .filter((segment) => segment.code !== unqualifiedSegment)
      .map((segment) => ({ code: segment.code, name: segment.name, rank: segment.rank })),
    criteria: criteria.map(({ code: criterion, label, kind, unit, options }) => ({
      code: criterion,
      label,
      kind,
      unit,
      options,
    })),
  }
}

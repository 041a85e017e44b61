import {
  canonicalPlanContent,
  followedPresentations,
  rowPresentations,
  type LinePresentation,
  type PlanLine,
  type SealHeader,
} from '#src/engine/index.ts'
import { canonicalJson } from '#src/lib/canonical-json.ts'
import { sha256 } from '../../../platform/hash.ts'
import type { PresentationRow } from '../../../repositories/plan-line-repository.ts'
import type { LoadedPlan, StoredLine } from './load-plan.ts'

/** Names a content by ids: which plan, in which version, of which publication and configuration. */
export const contentHeader = (labId: string, { head }: Pick<LoadedPlan, 'head'>): SealHeader => ({
  lab: labId,
  cycle: head.cycleId,
  sector: head.sectorId,
  plan: head.id,
  planVersion: head.versionId,
  number: head.number,
  publication: head.publicationId,
  configuration: head.configurationHash,
})

/** The text that is hashed, signed and sealed. */
export function planContent(
  lines: readonly PlanLine[],
  header: SealHeader,
): { content: string; hash: string } {
  const content = canonicalJson(canonicalPlanContent({ lines }, header))
  return { content, hash: sha256(content) }
}

/**
 * Presentations under approved contacts: those of theory follow the contacts; a line that the rep added takes those that
 * the grid gives its segment.
 */
export function approvedPresentations(
  { document, lines }: Pick<LoadedPlan, 'document'> & { lines: readonly StoredLine[] },
  stored: readonly PresentationRow[],
): Map<string, LinePresentation[]> {
  const { combine, rows } = document.grid
  const byLine = new Map<string, PresentationRow[]>()
  for (const row of stored) byLine.set(row.lineId, [...(byLine.get(row.lineId) ?? []), row])
  return new Map(
    lines.map((line) => {
      const contacts = line.approved ?? 0
      const own = byLine.get(line.id) ?? []
      if (own.length > 0) {
        const followed = followedPresentations(line, own, contacts, combine)
        return [line.id, followed.map((one) => ({ ...pick(one), approved: one.proposed }))]
      }
      const row = rows.find(({ segment, channel }) => segment === line.segment && channel === line.channel)
      const given = row && line.theoretical === 0 ? rowPresentations(row, combine, contacts) : []
      return [
        line.id,
        given
          .filter(({ presentations }) => presentations > 0)
          .map(({ product, presentations, position }) => ({
            product,
            theoretical: 0,
            proposed: presentations,
            approved: presentations,
            position,
          })),
      ]
    }),
  )
}

const pick = ({ product, theoretical, proposed, position }: LinePresentation) => ({
  product,
  theoretical,
  proposed,
  position,
})

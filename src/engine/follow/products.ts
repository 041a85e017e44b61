import { isSectorOut } from './credit.ts'
import type { FollowLines, FollowSectors } from './lines.ts'

/** Presentations of lines: one row is one line × product. `shown` counts DONE contacts in which it was shown. */
export type Presentations = {
  /** Row of `FollowLines`. */
  line: Int32Array
  product: Int32Array
  approved: Int32Array
  shown: Int32Array
}

/** By product, in presentations: never added to contacts. NaN = nothing approved. */
export type ProductFigures = {
  approved: Int32Array
  shown: Int32Array
  /** Σ min(shown, approved). */
  credited: Int32Array
  attainment: Float64Array
}

/**
 * Product view over the given lines (all when none is given), in the adjusted reading: lines of sectors that are out left
 * out, closed lines at what was shown. Attainment = Σ min(shown, approved) ÷ Σ approved.
 */
export function productFigures(
  presentations: Presentations,
  lines: Pick<FollowLines, 'sector' | 'closed'>,
  sectors: Pick<FollowSectors, 'vacant' | 'capacityMilli'>,
  productCount: number,
  isIncluded: (line: number) => boolean = () => true,
): ProductFigures {
  const figures: ProductFigures = {
    approved: new Int32Array(productCount),
    shown: new Int32Array(productCount),
    credited: new Int32Array(productCount),
    attainment: new Float64Array(productCount),
  }
  for (let row = 0; row < presentations.line.length; row++) {
    const line = presentations.line[row] as number
    if (!isIncluded(line) || isSectorOut(sectors, lines.sector[line] as number)) continue
    const product = presentations.product[row] as number
    const shown = presentations.shown[row] as number
    const credited = Math.min(shown, presentations.approved[row] as number)
    const approved = lines.closed[line] ? credited : (presentations.approved[row] as number)
    figures.approved[product] = (figures.approved[product] as number) + approved
    figures.shown[product] = (figures.shown[product] as number) + shown
    figures.credited[product] = (figures.credited[product] as number) + credited
  }
  for (let product = 0; product < productCount; product++) {
    const approved = figures.approved[product] as number
    figures.attainment[product] = approved > 0 ? (figures.credited[product] as number) / approved : Number.NaN
  }
  return figures
}

/**
 * Presentations as lines of contacts of weight 1, capped at what is approved: figures and forecast of a product by the
 * same functions as everything else. What was shown before the cycle is not known: forecast them with κ = 0. Grouping by product: `{ of: presentations.product, count }`.
 */
export function presentationLines(presentations: Presentations, lines: FollowLines): FollowLines {
  const take = (column: Int32Array) => presentations.line.map((line) => column[line] as number)
  const zero = new Int32Array(presentations.line.length)
  return {
    hcp: take(lines.hcp),
    sector: take(lines.sector),
    segment: take(lines.segment),
    channel: take(lines.channel),
    goal: presentations.approved,
    firstGoal: presentations.approved,
    maxCredited: presentations.approved,
    weightMilli: new Int32Array(zero.length).fill(1000),
    loadMilli: take(lines.loadMilli),
    done: presentations.shown,
    planned: zero,
    priorDone: zero,
    recentDone: zero,
    closed: Uint8Array.from(presentations.line, (line) => lines.closed[line] as number),
  }
}

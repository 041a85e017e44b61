import { exp } from '../../lib/special/exp.ts'
import { log } from '../../lib/special/log.ts'
import { type ResponseCurve, response, responseShare } from './response.ts'
import { solveLinear } from './solve-linear.ts'

export type ResponsePoint = { readonly x: number; readonly y: number }
export type FittedCurve = ResponseCurve & {
  /** √(Σ (y − r(x))² ÷ n). */
  readonly rmse: number
}

const startsOfC = [0.6, 1, 1.6, 2.5, 4, 7]
/** Where a start is half way up, as a share of the way from the smallest effort to the largest. */
const startsOfHalf = [0.1, 0.25, 0.5, 0.8]
const steps = 200

type Shape = { readonly logC: number; readonly logD: number }
type Trial = Shape & { readonly curve: ResponseCurve; readonly error: number }

/**
 * The ADBUDG curve of least squares through judgement points (x effort ≥ 0, y result). Levenberg–Marquardt on ln c and
 * ln d from several starts, min and max solved exactly at each step (variable projection: Golub & Pereyra, 1973); the
 * smallest error wins, the earlier start at equal error. Throws a RangeError under four different efforts, or on a
 * negative or infinite number.
 */
export function fitResponse(points: readonly ResponsePoint[]): FittedCurve {
  for (const { x, y } of points)
    if (!(x >= 0) || !Number.isFinite(x) || !Number.isFinite(y))
      throw new RangeError('points have an effort of 0 or more and a finite result')
  const efforts = [...new Set(points.map(({ x }) => x))].filter((x) => x > 0).sort((a, b) => a - b)
  const [least] = efforts
  const most = efforts.at(-1)
  const different = new Set(points.map(({ x }) => x)).size
  if (different < 4 || least === undefined || most === undefined)
    throw new RangeError(`a curve needs four different efforts, not ${different}`)
  let best: Trial | undefined
  for (const c of startsOfC) {
    for (const share of startsOfHalf) {
      const half = log(least) + share * (log(most) - log(least))
      const found = descend(points, { logC: log(c), logD: c * half })
      if (!best || found.error < best.error) best = found
    }
  }
  if (!best) throw new RangeError('no curve')
  return { ...best.curve, rmse: Math.sqrt(best.error / points.length) }
}

function descend(points: readonly ResponsePoint[], start: Shape): Trial {
  let here = trialAt(points, start)
  let damping = 1e-3
  for (let step = 0; step < steps && damping < 1e12; step += 1) {
    const move = stepFrom(points, here, damping)
    const there = trialAt(points, {
      logC: clamp(here.logC + move.logC, 4),
      logD: clamp(here.logD + move.logD, 60),
    })
    if (there.error < here.error) {
      const settled = here.error - there.error < 1e-14 * here.error
      here = there
      damping /= 5
      if (settled) break
    } else damping *= 4
  }
  return here
}

/** The step of the damped normal equations in (min, span, ln c, ln d). */
function stepFrom(points: readonly ResponsePoint[], { curve }: Trial, damping: number): Shape {
  const normal = Array.from({ length: 4 }, () => [0, 0, 0, 0])
  const right = [0, 0, 0, 0]
  const span = curve.max - curve.min
  for (const { x, y } of points) {
    const share = responseShare(curve, x)
    const slope = span * share * (1 - share)
    const gradient = [1, share, x > 0 ? slope * curve.c * log(x) : 0, -slope]
    const rest = y - response(curve, x)
    gradient.forEach((first, row) => {
      right[row] = (right[row] ?? 0) + first * rest
      const line = normal[row] ?? []
      gradient.forEach((second, column) => (line[column] = (line[column] ?? 0) + first * second))
    })
  }
  normal.forEach((line, row) => (line[row] = (line[row] ?? 0) * (1 + damping) + 1e-300))
  const [, , logC = 0, logD = 0] = solveLinear(normal, right) ?? []
  return { logC, logD }
}

/** The best min and max for a shape: a straight line of y on the shares. */
function trialAt(points: readonly ResponsePoint[], shape: Shape): Trial {
  const form = { c: exp(shape.logC), d: exp(shape.logD) }
  const shares = points.map(({ x }) => responseShare(form, x))
  const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length
  const meanShare = mean(shares)
  const meanY = mean(points.map(({ y }) => y))
  let across = 0
  let square = 0
  points.forEach(({ y }, index) => {
    const gap = (shares[index] ?? 0) - meanShare
    across += gap * (y - meanY)
    square += gap * gap
  })
  const span = square > 0 ? across / square : 0
  const min = meanY - span * meanShare
  const curve = { min, max: min + span, ...form }
  const error = points.reduce((sum, { x, y }) => {
    const rest = y - response(curve, x)
    return sum + rest * rest
  }, 0)
  return { ...shape, curve, error }
}

function clamp(value: number, bound: number): number {
  return Math.min(Math.max(value, -bound), bound)
}

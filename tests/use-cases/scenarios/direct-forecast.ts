import type { Line } from './reality.sql.ts'

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** The Gamma prior by moments, straight from its definition. */
export function priorOf(lines: readonly Line[]): { alpha: number; beta: number } {
  const e = lines.map((line) => (line.goal * line.gone) / line.cycle)
  const n = lines.map((line) => line.done)
  const total = sum(e)
  const m = sum(n) / total
  const spread = sum(e.map((exposure, i) => exposure * ((n[i] ?? 0) / exposure - m) ** 2))
  const raw = (spread - (lines.length - 1) * m) / (total - sum(e.map((one) => one * one)) / total)
  const v = Math.max(raw, (m / 20) ** 2)
  return { alpha: (m * m) / v, beta: m / v }
}

/** Law of the earned at the end of one line, by value: negative binomial calls to come, capped. */
function lawOf(line: Line, prior: { alpha: number; beta: number }): number[] {
  const kappa = 0.2
  const exposure = (line.goal * line.gone) / line.cycle
  const left = line.goal - exposure
  const a = prior.alpha + kappa * line.prior_done + line.done
  const b = prior.beta + (kappa * line.goal * line.before) / line.cycle + exposure
  const maximum = line.goal + 2
  const law = Array<number>(maximum + 1).fill(0)
  let chance = (b / (b + left)) ** a
  let seen = 0
  for (let calls = 0; line.done + calls < maximum; calls++) {
    law[line.done + calls] = chance
    seen += chance
    chance *= ((a + calls) / (calls + 1)) * (left / (b + left))
  }
  law[maximum] = Math.max(1 - seen, 0)
  return law
}

/** Chance that a sector earns 80 % of its goal, and what it is expected to earn: plain sums over every outcome. */
export function directForecast(lines: readonly Line[], prior: { alpha: number; beta: number }) {
  let law = [1]
  for (const line of lines) {
    const one = lawOf(line, prior)
    const next = Array<number>(law.length + one.length - 1).fill(0)
    law.forEach((p, x) => one.forEach((q, y) => (next[x + y] = (next[x + y] ?? 0) + p * q)))
    law = next
  }
  const goal = sum(lines.map((line) => line.goal))
  const kept = law.reduce((total, p, earned) => (earned * 10 >= goal * 8 ? total + p : total), 0)
  return { probability: kept, forecast: law.reduce((total, p, earned) => total + p * earned, 0) }
}

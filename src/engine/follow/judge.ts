/** A probability said during a cycle, whether an alert stood, and what came of it. */
export type JudgedForecast = { probability: number; alerted: boolean; kept: boolean }

export type CalibrationBin = { from: number; to: number; count: number; predicted: number; realised: number }

/** Shares as fractions; NaN where the denominator is 0. */
export type Judgement = {
  /** Alerts that were right (not kept) ÷ alerts. */
  precision: number
  /** Plans not kept that had an alert ÷ plans not kept. */
  recall: number
  /** Mean of (P − outcome)². */
  brier: number
  /** Ten bins of P by tenths, 1 in the last; empty bins have NaN means. */
  calibration: CalibrationBin[]
}

/** Alerts and probabilities of a closed cycle, judged by what happened. Missing probabilities are left out. */
export function judgeForecasts(all: readonly JudgedForecast[]): Judgement {
  const judged = all.filter(({ probability }) => !Number.isNaN(probability))
  const count = (wanted: (one: JudgedForecast) => boolean) => judged.filter(wanted).length
  const right = count((one) => one.alerted && !one.kept)
  let error = 0
  const bins = Array.from({ length: 10 }, (_, bin) => ({
    from: bin / 10,
    to: (bin + 1) / 10,
    count: 0,
    sum: 0,
    kept: 0,
  }))
  for (const { probability, kept } of judged) {
    const gap = probability - (kept ? 1 : 0)
    error += gap * gap
    const bin = bins[Math.min(Math.floor(probability * 10), 9)]
    if (!bin) continue
    bin.count++
    bin.sum += probability
    if (kept) bin.kept++
  }
  return {
    precision: right / count((one) => one.alerted),
    recall: right / count((one) => !one.kept),
    brier: error / judged.length,
    calibration: bins.map(({ from, to, count: size, sum, kept }) => ({
      from,
      to,
      count: size,
      predicted: sum / size,
      realised: kept / size,
    })),
  }
}

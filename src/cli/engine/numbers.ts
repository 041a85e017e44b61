const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** A finite number with a decimal point; null where the text is something else. */
export function readNumber(text: string): number | null {
  if (!decimal.test(text)) return null
  const value = Number(text)
  return Number.isFinite(value) ? value + 0 : null
}

/** Digits after the point, as written. */
export function decimalsOf(text: string): number {
  return /[eE]/.test(text) ? 99 : (text.split('.')[1]?.length ?? 0)
}

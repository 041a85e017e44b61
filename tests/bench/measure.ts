/**
 * Milliseconds of several runs; `processor` is the median of what this process took of the processor, which a machine
 * that does other things at the same time does not lengthen.
 */
export type Spread = {
  median: number
  low: number
  high: number
  p95: number
  processor: number
  runs: number
}

type Taken = { elapsed: number; processor: number }

export type Work = {
  /** Not timed: puts things back as they were. */
  before?: () => Promise<void> | void
  run: () => unknown
}

/** The value that a share of the sorted values does not exceed. */
const quantile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN

const ascending = (values: readonly number[]) => values.toSorted((left, right) => left - right)

export function spreadOf(taken: readonly Taken[]): Spread {
  const times = ascending(taken.map(({ elapsed }) => elapsed))
  return {
    median: quantile(times, 0.5),
    low: times[0] ?? NaN,
    high: times.at(-1) ?? NaN,
    p95: quantile(times, 0.95),
    processor: quantile(ascending(taken.map(({ processor }) => processor)), 0.5),
    runs: times.length,
  }
}

async function time({ before, run }: Work): Promise<Taken> {
  await before?.()
  const started = performance.now()
  const used = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(used)
  return { elapsed: performance.now() - started, processor: (user + system) / 1000 }
}

/**
 * Times works that do the same, turn by turn, so that what disturbs the machine disturbs all of them; the warm-ups are
 * thrown away.
 */
export async function interleave<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  { warmUps = 1, repetitions = 5 }: { warmUps?: number; repetitions?: number } = {},
): Promise<Record<Name, Spread>> {
  const names = Object.keys(works) as Name[]
  const times = new Map<Name, Taken[]>(names.map((name) => [name, []]))
  for (let turn = -warmUps; turn < repetitions; turn += 1) {
    // Each turn another one goes first.
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + turn + warmUps) % names.length] as Name
      const taken = await time(works[name])
      if (turn >= 0) times.get(name)?.push(taken)
    }
  }
  return Object.fromEntries(names.map((name) => [name, spreadOf(times.get(name) ?? [])])) as Record<
    Name,
    Spread
  >
}

/** The times of one work alone. */
export async function repeat(
  run: () => unknown,
  options: { warmUps?: number; repetitions?: number } = {},
): Promise<Spread> {
  return (await interleave({ only: { run } }, options)).only
}

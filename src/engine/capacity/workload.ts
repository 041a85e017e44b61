export type WorkloadGroup = { readonly customers: number; readonly callsEach: number }

/**
 * Reps that a strategy needs, by the workload method (Talley): Σ customers × calls each ÷ calls a rep makes over the
 * same period. `repsMilli` is in thousandths, half up; `reps` is rounded up to whole reps. Throws a RangeError when a
 * rep makes no call.
 */
export function workload(
  groups: readonly WorkloadGroup[],
  callsPerRep: number,
): { calls: number; repsMilli: number; reps: number } {
  if (!(callsPerRep > 0)) throw new RangeError('a rep must make at least one call')
  const calls = groups.reduce((sum, group) => sum + group.customers * group.callsEach, 0)
  return {
    calls,
    repsMilli: Math.floor((2000 * calls + callsPerRep) / (2 * callsPerRep)),
    reps: Math.ceil(calls / callsPerRep),
  }
}

import { workload } from '#src/engine/index.ts'
import { describe, expect, it } from 'vitest'

describe('workload', () => {
  it('1,000 A × 36 + 2,000 B × 12 at 1,000 calls a rep asks for 60 reps', () => {
    const groups = [
      { customers: 1000, callsEach: 36 },
      { customers: 2000, callsEach: 12 },
    ]
    expect(workload(groups, 1000)).toEqual({ calls: 60_000, repsMilli: 60_000, reps: 60 })
  })

  it('counts the last rep whole', () => {
    expect(workload([{ customers: 10, callsEach: 1 }], 3)).toEqual({ calls: 10, repsMilli: 3333, reps: 4 })
  })

  it('refuses reps who make no call', () => {
    expect(() => workload([], 0)).toThrow(RangeError)
  })
})

import type { EffortCurve } from '#src/engine/index.ts'

// Published case of sizing: revenue and margin of each product (M$), reps today, ADBUDG curve on reps ÷ reps today.
const products = [
  { revenue: 214.4, margin: 0.7, reps: 96.8, curve: [0.30932, 1.60697, 3.46268, 0.84176] },
  { revenue: 210.1, margin: 0.8, reps: 97.2, curve: [0.46939, 1.5241, 2.26445, 0.82596] },
  { revenue: 36.5, margin: 0.55, reps: 142.4, curve: [0.1482, 1.34258, 2.81729, 0.36117] },
  { revenue: 21.2, margin: 0.72, reps: 52.7, curve: [0.30958, 1.24805, 2.6184, 0.3119] },
  { revenue: 37.2, margin: 0.72, reps: 24.1, curve: [0.44959, 1.09182, 3.25437, 0.1624] },
  { revenue: 38, margin: 0.62, reps: 27.3, curve: [0.56004, 1.20224, 2.08932, 0.39439] },
  { revenue: 14.6, margin: 0.53, reps: 29.7, curve: [0.58964, 1.1058, 3.24591, 0.21196] },
  { revenue: 11.2, margin: 0.52, reps: 56.8, curve: [0.15697, 1.78116, 2.04542, 0.67669] },
]

/** A rep costs .057 M$ a year. */
export const eightProducts: EffortCurve[] = products.map(({ revenue, margin, reps, curve }) => {
  const [min = 0, max = 0, c = 0, d = 0] = curve
  return { min, max, c, d, scale: revenue * margin, reference: reps, unitCost: 0.057 }
})

// npm run calibrate: what the forecast says of 200,000 sectors drawn from its own model, against what happens to them.
import { calibration, type Simulation, worstPoints } from './simulated-sectors.ts'

const sectors = 200_000
const runs: {
  name: string
  simulation: Omit<Simulation, 'sectors'>
  allowed: (points: number) => boolean
}[] = [
  {
    name: 'prior known, at most 1 point',
    simulation: { prior: 'known', factor: 1 },
    allowed: (gap) => gap <= 1,
  },
  {
    name: 'prior fitted, at most 2 points',
    simulation: { prior: 'fitted', factor: 1 },
    allowed: (gap) => gap <= 2,
  },
  {
    name: 'calls read × 1.1, prior known: must be seen, over 1 point',
    simulation: { prior: 'known', factor: 1.1 },
    allowed: (gap) => gap > 1,
  },
  {
    name: 'calls read × 1.1, prior fitted: must be seen, over 2 points',
    simulation: { prior: 'fitted', factor: 1.1 },
    allowed: (gap) => gap > 2,
  },
]

const percent = (share: number) => `${(100 * share).toFixed(2).padStart(6)} %`

for (const { name, simulation, allowed } of runs) {
  const bins = calibration({ sectors, ...simulation })
  const worst = worstPoints(bins)
  const holds = allowed(worst)
  console.log(`${holds ? 'holds' : 'FAILS'}: ${name} (worst tenth ${worst.toFixed(2)} points)`)
  for (const { predicted, realised } of bins)
    console.log(`  said ${percent(predicted)}   kept ${percent(realised)}`)
  if (!holds) process.exitCode = 1
}

import type { AllocationInput, AllocationLines, Feasibility, FeasibilityRow } from './allocation-types.ts'
import { causeCode, constraintCauses } from './constraint-causes.ts'
import { shareInBps } from './shares.ts'

const capacity = causeCode('capacity')
const width = constraintCauses.length + 1

/** Wanted contacts and those that cannot be done, by sector and cause; `served` is what capacity can serve of `lines`. */
export function feasibilityGate(
  input: AllocationInput,
  lines: AllocationLines,
  served: Int16Array,
): Feasibility {
  const channels = input.channels.length
  const wanted = new Int32Array(input.sectors.length)
  const infeasible = new Int32Array(input.sectors.length * width)
  for (let row = 0; row < input.hcps.rows; row += 1) {
    const sector = input.hcps.sectors[row] ?? -1
    if (sector < 0) continue
    for (let line = row * channels; line < (row + 1) * channels; line += 1) {
      const asked = lines.wanted[line] ?? 0
      if (asked === 0) continue
      wanted[sector] = (wanted[sector] ?? 0) + asked
      const short = asked - (served[line] ?? 0)
      const at = sector * width + ((lines.causes[line] ?? 0) || capacity)
      if (short > 0) infeasible[at] = (infeasible[at] ?? 0) + short
    }
  }
  const whole = new Int32Array(width)
  infeasible.forEach((contacts, index) => {
    whole[index % width] = (whole[index % width] ?? 0) + contacts
  })
  return {
    ...feasibilityRow(
      wanted.reduce((sum, one) => sum + one, 0),
      whole,
    ),
    sectors: input.sectors.map((sector, index) => ({
      sector: sector.id,
      ...feasibilityRow(wanted[index] ?? 0, infeasible.subarray(index * width, (index + 1) * width)),
    })),
  }
}

function feasibilityRow(wanted: number, byCause: Int32Array): FeasibilityRow {
  const infeasible = byCause.reduce((sum, one) => sum + one, 0)
  return {
    wanted,
    infeasible,
    shareBps: shareInBps(infeasible, wanted),
    causes: constraintCauses
      .map((cause) => ({ cause, contacts: byCause[causeCode(cause)] ?? 0 }))
      .filter((one) => one.contacts > 0),
  }
}

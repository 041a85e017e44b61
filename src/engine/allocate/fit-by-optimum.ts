import type { Fit } from '../configuration/strategy.ts'
import type { AllocationInput, AllocationLines } from './allocation-types.ts'
import { chooseOptions, type Option } from './choose-options.ts'
import type { GridTable } from './grid-lines.ts'
import { response } from './response.ts'

type Curves = Extract<Fit, { method: 'optimise' }>['curves']
/** A cell of the grid, and how many lines of its hcps may take 0, 1, 2 … contacts. */
type Cell = { readonly lines: Int32Array }

/**
 * Contacts per line once each segment × channel with a response curve has the frequency, the same in all sectors, that
 * maximises Σ value·r(contacts ÷ reference) within the capacity of the network; exact (`chooseOptions`). A frequency is
 * 0 or from the row's minimum to what the grid asks; a step costs the hcps who can take it × the channel's load. Rows
 * without a curve keep what they ask, and their load is taken off first. Sectors without capacity are left out of the
 * sums. Sectors may still be over: `fitByPriority` comes after.
 */
export function fitByOptimum(
  input: AllocationInput,
  table: GridTable,
  contacts: AllocationLines['contacts'],
  curves: Curves,
): Int16Array {
  const width = input.channels.length
  const cells = cellsOf(input, contacts)
  const capacity = input.sectors.reduce((sum, sector) => sum + sector.capacityMilli, 0)
  const fitted: { cell: number; frequencies: number[]; options: Option[] }[] = []
  let kept = 0
  cells.forEach((cell, index) => {
    const [segment, channel] = [Math.floor(index / width), index % width]
    const code = input.hcps.segmentCodes[segment]
    const curve = curves.find((one) => one.segment === code && one.channel === input.channels[channel]?.code)
    const most = cell.lines.length - 1
    const load = input.channels[channel]?.loadMilli ?? 0
    if (!curve) {
      kept += contactsAt(cell.lines, most) * load
      return
    }
    const least = Math.max(table.minimum[index] ?? 0, 1)
    const frequencies = [0, ...from(Math.min(least, most), most)].filter((one, at) => at === 0 || one > 0)
    const options = frequencies.map((frequency) => ({
      load: contactsAt(cell.lines, frequency) * load,
      value:
        curve.valueMilli * valueAt(cell.lines, frequency, (one) => response(curve, one / curve.reference)),
    }))
    fitted.push({ cell: index, frequencies, options })
  })
  const chosen = chooseOptions(
    fitted.map(({ options }) => options),
    Math.max(capacity - kept, 0),
  )
  const limit = new Int16Array(cells.length).fill(32_767)
  fitted.forEach(({ cell, frequencies }, index) => (limit[cell] = frequencies[chosen[index] ?? 0] ?? 0))
  return contacts.map((goal, line) => {
    const segment = input.hcps.segments[Math.floor(line / width)] ?? -1
    return segment < 0 ? goal : Math.min(goal, limit[segment * width + (line % width)] ?? goal)
  })
}

/** By segment × channel, lines[c] = how many lines have c contacts, up to the most of the cell. */
function cellsOf(input: AllocationInput, contacts: Int16Array): Cell[] {
  const width = input.channels.length
  const counts = input.hcps.segmentCodes.flatMap(() => input.channels.map(() => new Map<number, number>()))
  for (let row = 0; row < input.hcps.rows; row += 1) {
    const segment = input.hcps.segments[row] ?? -1
    const sector = input.sectors[input.hcps.sectors[row] ?? -1]
    if (segment < 0 || !sector || sector.capacityMilli === 0) continue
    for (let channel = 0; channel < width; channel += 1) {
      const goal = contacts[row * width + channel] ?? 0
      const cell = counts[segment * width + channel]
      if (goal > 0) cell?.set(goal, (cell.get(goal) ?? 0) + 1)
    }
  }
  return counts.map((cell) => {
    const most = Math.max(0, ...cell.keys())
    return { lines: Int32Array.from({ length: most + 1 }, (_, goal) => cell.get(goal) ?? 0) }
  })
}

function contactsAt(lines: Int32Array, frequency: number): number {
  return lines.reduce((sum, count, goal) => sum + count * Math.min(goal, frequency), 0)
}

function valueAt(lines: Int32Array, frequency: number, worth: (contacts: number) => number): number {
  return lines.reduce(
    (sum, count, goal) => (count > 0 ? sum + count * worth(Math.min(goal, frequency)) : sum),
    0,
  )
}

function from(first: number, last: number): number[] {
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
}

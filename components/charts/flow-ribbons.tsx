import { segmentColor } from '#components/ui/segment-swatch.tsx'
import { prepareFlows, type Flow } from './prepare-flows.ts'

type Props = {
  /** Row numbers, from 0, in the order of the two columns beside it. */
  flows: readonly Flow[]
  rows: number
  rowHeight: number
  width?: number
  /** Rank of the segment of a row, for its colour. */
  rankOf: (row: number) => number
  label: string
}

/** Who moves from one segment to another, between two columns of figures. */
export function FlowRibbons({ flows, rows, rowHeight, width = 72, rankOf, label }: Props) {
  const bend = width / 2
  return (
    <svg width={width} height={rows * rowHeight} role="img" aria-label={label} style={{ display: 'block' }}>
      {prepareFlows(flows, rowHeight).map(({ from, to, y0, y1, thickness }) => (
        <path
          key={`${from}-${to}`}
          d={`M0 ${y0.toFixed(1)}C${bend} ${y0.toFixed(1)} ${bend} ${y1.toFixed(1)} ${width} ${y1.toFixed(1)}`}
          fill="none"
          stroke={segmentColor(rankOf(to))}
          strokeWidth={thickness}
          strokeOpacity={0.75}
        />
      ))}
    </svg>
  )
}

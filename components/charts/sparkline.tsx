import { prepareSparkline } from './prepare-sparkline.ts'
import { polyline } from './scales.ts'

type Props = {
  values: readonly (number | null)[]
  /** Dashed, on the same scale. */
  expected?: readonly (number | null)[]
  label: string
  width?: number
  height?: number
  domain?: readonly [number, number]
  color?: string
}

/** A line without axes, its last point marked. */
export function Sparkline({
  values,
  expected = [],
  label,
  width = 72,
  height = 20,
  domain,
  color = 'var(--text-2)',
}: Props) {
  const box = { width, height, pad: 3 }
  const every = [...values, ...expected].filter((value): value is number => value !== null)
  const scale = domain ?? ([Math.min(...every), Math.max(...every)] as const)
  const { runs, last } = prepareSparkline(values, box, scale)
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
      style={{ display: 'block', maxWidth: '100%' }}
    >
      {prepareSparkline(expected, box, scale).runs.map((run) => (
        <path
          key={run[0]?.[0]}
          d={polyline(run)}
          fill="none"
          stroke="var(--ch-expected)"
          strokeDasharray="3 3"
        />
      ))}
      {runs.map((run) => (
        <path
          key={run[0]?.[0]}
          d={polyline(run)}
          fill="none"
          stroke={color}
          strokeWidth={1.5}
          strokeLinejoin="round"
        />
      ))}
      {last && <circle cx={last[0]} cy={last[1]} r={2.5} fill={color} />}
    </svg>
  )
}

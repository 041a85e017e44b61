'use client'
import { useElementSize } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { lorenzAt, type LorenzPoint } from './prepare-lorenz.ts'
import { classColor, linear, polyline } from './scales.ts'
import classes from './charts.module.css'

type Props = {
  label: string
  curve: readonly LorenzPoint[]
  /** Cumulated share of hcps (0 … 1) at the end of each class, from the highest, the last class left out. */
  marks: readonly { key: string; share: number }[]
  height?: number
}

const pad = { top: 8, right: 4, bottom: 22, left: 4 }

/** Concentration: « 38 % avec 10 % ». The classes colour the curve from the highest on. */
export function LorenzCurve({ label, curve, marks, height = 150 }: Props) {
  const t = useTranslations('charts.lorenz')
  const format = useFormat()
  const { ref, width } = useElementSize()
  const x = linear([0, 1], [pad.left, Math.max(pad.left + 1, width - pad.right)])
  const y = linear([0, 1], [height - pad.bottom, pad.top])
  const bps = (part: number) => format.percent(part * 10_000)
  const points = marks.map((mark) => ({ ...mark, value: lorenzAt(curve, mark.share) }))
  const edges = [0, ...points.map(({ share }) => share), 1]
  const piece = (from: number, to: number) => [
    [x(from), y(lorenzAt(curve, from))] as const,
    ...curve
      .filter(({ share }) => share > from && share < to)
      .map(({ share, value }) => [x(share), y(value)] as const),
    [x(to), y(lorenzAt(curve, to))] as const,
  ]
  const words = points
    .map(({ share, value }) => t('point', { value: bps(value), share: bps(share) }))
    .join(' ; ')
  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      {curve.length > 0 && width > 0 && (
        <svg width={width} height={height} role="img" aria-label={`${label} : ${words}`}>
          <path d={`${polyline(piece(0, 1))}L${x(1)} ${y(0)}L${x(0)} ${y(0)}Z`} fill="var(--bg-sunken)" />
          <path d={`M${x(0)} ${pad.top}V${y(0)}H${x(1)}`} fill="none" stroke="var(--border-strong)" />
          {edges.slice(1).map((to, index) => (
            <path
              key={to}
              d={polyline(piece(edges[index] ?? 0, to))}
              fill="none"
              stroke={classColor(points.length - index, points.length + 1)}
              strokeWidth={2}
            />
          ))}
          {points.map(({ key, share, value }) => {
            const flip = share > 0.55
            return (
              <g key={key}>
                <path
                  d={`M${x(share)} ${y(value)}V${y(0)}`}
                  stroke="var(--border-strong)"
                  strokeDasharray="2 2"
                />
                <circle cx={x(share)} cy={y(value)} r={4} fill="var(--text)" stroke="var(--bg)" />
                <text x={x(share) + (flip ? -8 : 8)} y={y(value) + 14} textAnchor={flip ? 'end' : 'start'}>
                  {t.rich('mark', {
                    value: bps(value),
                    share: bps(share),
                    b: (chunks) => (
                      <tspan fontWeight={600} fill="var(--text)">
                        {chunks}
                      </tspan>
                    ),
                  })}
                </text>
              </g>
            )
          })}
          <text x={x(1)} y={height - 6} textAnchor="end">
            {t('axis')}
          </text>
        </svg>
      )}
    </div>
  )
}

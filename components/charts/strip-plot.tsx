'use client'
import { useElementSize } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { prepareStrip, type StripItem } from './prepare-strip.ts'
import { linear, roundTicks } from './scales.ts'
import classes from './charts.module.css'

type Props = {
  label: string
  items: readonly StripItem[]
  /** Amber above it only. */
  toleranceBps: number
  activeId?: string | null
  onPick?: (id: string) => void
  height?: number
  /** How many of the most loaded carry their number. */
  numbered?: number
}

const pad = { top: 24, right: 8, bottom: 12, left: 36 }
const full = 10_000

/** Load against capacity, one sector a stem, from the most to the least loaded, around 100 %. */
export function StripPlot({
  label,
  items,
  toleranceBps,
  activeId,
  onPick,
  height = 240,
  numbered = 5,
}: Props) {
  const t = useTranslations('charts.strip')
  const format = useFormat()
  const { ref, width } = useElementSize()
  const { points, medianBps, overCount } = useMemo(
    () => prepareStrip(items, toleranceBps),
    [items, toleranceBps],
  )
  const lowest = points.at(-1)
  const low = Math.min(full, lowest?.utilisationBps ?? full) - 200
  const high = Math.max(toleranceBps, points[0]?.utilisationBps ?? full) + 100
  const x = linear(
    [0.5, Math.max(1.5, points.length + 0.5)],
    [pad.left, Math.max(pad.left + 1, width - pad.right)],
  )
  const y = linear([low, high], [height - pad.bottom, pad.top])
  const ticks = roundTicks(low, high, 3).filter((tick) => Math.abs(y(tick) - y(full)) > 14)
  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t('label', { label, count: overCount, tolerance: format.percent(toleranceBps) })}
        >
          {ticks.map((tick) => (
            <g key={tick}>
              <path d={`M${pad.left} ${y(tick)}H${width}`} stroke="var(--ch-grid)" />
              <text x={pad.left - 8} y={y(tick)} dy="0.32em" textAnchor="end">
                {format.number(tick / 100)}
              </text>
            </g>
          ))}
          <rect
            x={pad.left}
            y={y(toleranceBps)}
            width={Math.max(0, width - pad.left)}
            height={Math.max(0, y(full) - y(toleranceBps))}
            fill="var(--bg-sunken)"
          />
          <path
            d={`M${pad.left} ${y(toleranceBps)}H${width}`}
            stroke="var(--risk-solid)"
            strokeDasharray="4 3"
          />
          <text x={width} y={y(toleranceBps) - 6} textAnchor="end">
            {t('tolerance', { value: format.percent(toleranceBps) })}
          </text>
          <path d={`M${pad.left} ${y(full)}H${width}`} stroke="var(--ch-goal)" />
          <text x={pad.left - 8} y={y(full)} dy="0.32em" textAnchor="end" data-kind="strong">
            100
          </text>
          {points.map((point) => {
            const cx = x(point.rank)
            const cy = y(point.utilisationBps)
            const active = point.id === activeId
            return (
              <g
                key={point.id}
                onClick={onPick && (() => onPick(point.id))}
                style={onPick && { cursor: 'pointer' }}
              >
                <title>{`${point.name} : ${format.percent(point.utilisationBps, 1)}`}</title>
                <rect x={cx - 5} y={pad.top} width={10} height={height - pad.top} fill="transparent" />
                <path
                  d={`M${cx} ${y(full)}V${cy}`}
                  stroke={point.over ? 'var(--risk-solid)' : 'var(--ch-raw)'}
                  strokeWidth={2}
                />
                <circle
                  cx={cx}
                  cy={cy}
                  r={active ? 6 : 4}
                  fill={point.over ? 'var(--risk-solid)' : 'var(--ch-line)'}
                  stroke={active ? 'var(--text)' : 'none'}
                  strokeWidth={1.5}
                />
                {point.over && point.rank <= numbered && (
                  <text x={cx} y={cy - 10} textAnchor="middle" data-kind="strong">
                    {point.rank}
                  </text>
                )}
              </g>
            )
          })}
          {points.length > 2 && (
            <text x={x(points.length / 2) - 8} y={y(medianBps) + 18} textAnchor="middle">
              {t('median', { value: format.percent(medianBps) })}
            </text>
          )}
          {lowest && points.length > 1 && (
            <text x={x(points.length) - 10} y={y(lowest.utilisationBps)} dy="0.32em" textAnchor="end">
              {`${lowest.name} ${format.percent(lowest.utilisationBps)}`}
            </text>
          )}
        </svg>
      )}
    </div>
  )
}

'use client'
import { VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useId, useMemo, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { CutoffHandle } from './cutoff-handle.tsx'
import { barHeight, classAt, keepBetween, type Bin, type Cut } from './prepare-histogram.ts'
import { classColor, linear, roundTicks } from './scales.ts'
import classes from './charts.module.css'

type Props = {
  label: string
  bins: readonly Bin[]
  /** Ascending. */
  cuts: readonly Cut[]
  /** Names of the classes from the lowest: one more than the cut-offs. */
  classNames: readonly string[]
  min: number
  max: number
  step?: number
  /** Every move, while dragging. */
  onPreview?: (key: string, value: number) => void
  /** The end of a drag, or a key: one step of undo. */
  onCommit: (key: string, value: number) => void
  /** Beside the ghost while dragging: what the move changes. */
  tip?: (key: string, from: number, to: number) => ReactNode
  height?: number
  disabled?: boolean
}

const pad = { top: 22, bottom: 22 }
const shiftJump = 5

/** How the hcps spread over an axis, with its cut-offs to drag; a height is the square root of a count. */
export function CutoffHistogram(props: Props) {
  const {
    bins,
    cuts,
    classNames,
    min,
    max,
    step = 1,
    onPreview,
    onCommit,
    tip,
    height = 150,
    disabled = false,
  } = props
  const t = useTranslations('charts.histogram')
  const format = useFormat()
  const hatch = useId()
  const { ref, width } = useElementSize()
  const [drag, setDrag] = useState<{ index: number; from: number; to: number } | null>(null)
  const x = linear([min, max], [6, Math.max(7, width - 6)])
  const base = height - pad.bottom
  const shown = cuts.map((cut, index) => (drag?.index === index ? { ...cut, value: drag.to } : cut))
  const most = useMemo(() => Math.max(0, ...bins.map(({ count }) => count)), [bins])
  const decimals = step < 1 ? 1 : 0
  const ticks = roundTicks(min, max, 6).filter((tick) =>
    shown.every((cut) => Math.abs(x(cut.value) - x(tick)) > 22),
  )

  const valueAt = (event: PointerEvent) => {
    const svg = event.target instanceof SVGElement ? event.target.ownerSVGElement : null
    const left = svg?.getBoundingClientRect().left ?? 0
    return min + ((event.clientX - left - 6) / Math.max(1, width - 12)) * (max - min)
  }
  function move(index: number, wanted: number, from: number) {
    const to = keepBetween(cuts, index, wanted, { min, max, step })
    setDrag({ index, from, to })
    const key = cuts[index]?.key
    if (key !== undefined && to !== drag?.to) onPreview?.(key, to)
  }
  function release() {
    const key = drag ? cuts[drag.index]?.key : undefined
    if (drag && key !== undefined && drag.to !== drag.from) onCommit(key, drag.to)
    setDrag(null)
  }
  function onKeyDown(event: KeyboardEvent, index: number) {
    const cut = cuts[index]
    const sign = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (!cut || sign === undefined || disabled) return
    event.preventDefault()
    const wanted = cut.value + sign * step * (event.shiftKey ? shiftJump : 1)
    const value = keepBetween(cuts, index, wanted, { min, max, step })
    if (value !== cut.value) onCommit(cut.key, value)
  }

  const edges = [min, ...shown.map(({ value }) => value), max]
  const moved = (bin: Bin) =>
    drag && bin.from < Math.max(drag.from, drag.to) && bin.to > Math.min(drag.from, drag.to)
  return (
    <div ref={ref} className={classes.chart} style={{ height }}>
      <VisuallyHidden>{t('label', { label: props.label })}</VisuallyHidden>
      <svg width={width} height={height}>
        <defs>
          <pattern
            id={hatch}
            width={5}
            height={5}
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width={5} height={5} fill="var(--bg)" />
            <rect width={2.5} height={5} fill="var(--ch-line)" />
          </pattern>
        </defs>
        {bins.map((bin) => {
          const left = x(bin.from)
          const tall = barHeight(bin.count, most) * (base - pad.top)
          const fill = classColor(classAt(shown, (bin.from + bin.to) / 2), shown.length + 1)
          return (
            <rect
              key={bin.from}
              x={left + 0.5}
              y={base - tall}
              width={Math.max(1, x(bin.to) - left - 1)}
              height={tall}
              fill={moved(bin) ? `url(#${hatch})` : fill}
            />
          )
        })}
        <path d={`M0 ${base + 0.5}H${width}`} stroke="var(--border-strong)" />
        {classNames.map((name, index) => (
          <text
            key={name}
            x={x(((edges[index] ?? min) + (edges[index + 1] ?? max)) / 2)}
            y={12}
            textAnchor="middle"
            data-kind="strong"
          >
            {name}
          </text>
        ))}
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle">
            {format.number(tick, decimals)}
          </text>
        ))}
        {drag && <path className={classes.ghost} d={`M${x(drag.from)} ${pad.top}V${base}`} />}
        {shown.map((cut, index) => (
          <CutoffHandle
            key={cut.key}
            x={x(cut.value)}
            top={pad.top}
            base={base}
            value={cut.value}
            min={keepBetween(cuts, index, min, { min, max, step })}
            max={keepBetween(cuts, index, max, { min, max, step })}
            label={t('cut', {
              label: props.label,
              below: classNames[index] ?? '',
              above: classNames[index + 1] ?? '',
            })}
            text={format.number(cut.value, decimals)}
            active={drag?.index === index}
            disabled={disabled}
            onStart={() => setDrag({ index, from: cut.value, to: cut.value })}
            onMove={(event) => drag?.index === index && move(index, valueAt(event), drag.from)}
            onEnd={release}
            onKeyDown={(event) => onKeyDown(event, index)}
          />
        ))}
      </svg>
      {drag && tip && (
        <div
          className={`${classes.tip} ${classes.floating}`}
          style={{
            top: pad.top,
            ...(x(drag.from) > width / 2
              ? { right: width - x(Math.min(drag.from, drag.to)) + 10 }
              : { left: x(Math.max(drag.from, drag.to)) + 10 }),
          }}
        >
          {tip(cuts[drag.index]?.key ?? '', drag.from, drag.to)}
        </div>
      )}
    </div>
  )
}

'use client'
import { useElementSize } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceDot,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { useFormat, type Format } from '#components/ui/format.ts'
import { prepareBurnUp, type BurnUpInput, type BurnUpPoint } from './prepare-burn-up.ts'
import { spread } from './scales.ts'
import classes from './charts.module.css'

export type BurnUpProps = BurnUpInput & {
  /** What the curves count: « contacts ». */
  label: string
}

const heights = { cumulated: 220, gap: 160 }
const top = 12
const axis = 22
const wide = 560

const axisText = { fontSize: 12, fill: 'var(--ch-axis)' }

function SideLabels({
  labels,
  x,
}: {
  labels: { key: string; y: number; text: string; kind: string }[]
  x: number
}) {
  return (
    <g>
      {spread(labels, 16).map(({ key, y, text, kind }) => (
        <text key={key} x={x} y={y} dy="0.32em" data-kind={kind}>
          {text}
        </text>
      ))}
    </g>
  )
}

function DayTip({
  active,
  payload,
  format,
}: {
  active?: boolean
  payload?: readonly { payload?: BurnUpPoint }[]
  format: Format
}) {
  const t = useTranslations('charts.burnUp')
  const point = payload?.[0]?.payload
  if (!active || !point) return null
  return (
    <div className={classes.tip}>
      <b>{format.day(point.day, 'weekday')}</b>
      {point.realised !== null && <span>{t('realised', { value: format.number(point.realised) })}</span>}
      <span>{t('expected', { value: format.number(point.expected) })}</span>
      {point.gap !== null && <span>{t('gap', { value: format.signed(point.gap) })}</span>}
      {point.realised === null && point.band && (
        <span>{t('between', { low: format.number(point.band[0]), high: format.number(point.band[1]) })}</span>
      )}
    </div>
  )
}

/** Realised against expected with the forecast's band, and under it the gap to the expected, where the band can be read. */
export function BurnUpChart({ label, ...input }: BurnUpProps) {
  const t = useTranslations('charts.burnUp')
  const format = useFormat()
  const { ref, width } = useElementSize()
  const { days, realised, expected, goal, keptFrom, forecast } = input
  const view = useMemo(
    () => prepareBurnUp({ days, realised, expected, goal, keptFrom, forecast }),
    [days, realised, expected, goal, keptFrom, forecast],
  )
  const { points, last, end } = view
  const roomy = width >= wide
  const right = roomy ? 150 : 8
  const margin = { top, right, bottom: 0, left: 0 }
  const left = 44
  const yOf = (value: number) => top + (heights.cumulated - top - axis) * (1 - value / view.max)
  const gapSpan = view.gapDomain[1] - view.gapDomain[0]
  const gapY = (value: number) =>
    top + (heights.gap - top - axis) * (1 - (value - view.gapDomain[0]) / gapSpan)
  const monthOf = (index: number) => format.day(points[index]?.day ?? null, 'month')
  const monthTicks = view.months.map(({ index }) => index)

  const sideLabels = [
    { key: 'goal', y: yOf(goal), text: t('goal', { value: format.number(goal) }), kind: 'goal' },
    ...(end?.median != null && end.band
      ? [
          {
            key: 'forecast',
            y: yOf(end.median),
            text: t('forecast', { value: format.number(end.median) }),
            kind: 'line',
          },
          {
            key: 'band',
            y: yOf(end.median) + 16,
            text: t('between', { low: format.number(end.band[0]), high: format.number(end.band[1]) }),
            kind: 'quiet',
          },
        ]
      : []),
  ]
  const xOf = (index: number) => left + (index / Math.max(1, points.length - 1)) * (width - left - right)
  const todayLabels =
    last?.realised == null
      ? []
      : [
          {
            key: 'done',
            y: yOf(last.realised) + 16,
            text: t('doneToday', { value: format.number(last.realised) }),
            kind: 'line',
          },
          {
            key: 'due',
            y: yOf(last.realised) + 32,
            text: t('expected', { value: format.number(last.expected) }),
            kind: 'quiet',
          },
        ]
  const gapLabels = [
    ...(end?.gapMedian != null
      ? [
          {
            key: 'median',
            y: gapY(end.gapMedian),
            text: t('atEnd', { value: format.signed(end.gapMedian), day: format.day(end.day) }),
            kind: 'line',
          },
        ]
      : []),
    ...(end?.gapKept != null
      ? [
          {
            key: 'kept',
            y: gapY(end.gapKept),
            text: t('keptFrom', { value: format.signed(end.gapKept) }),
            kind: 'goal',
          },
        ]
      : []),
  ]
  const shared = { data: points, width, margin, syncId: label, accessibilityLayer: true }
  const xAxis = {
    dataKey: 'index',
    type: 'number' as const,
    domain: [0, points.length - 1],
    ticks: monthTicks,
    tickFormatter: monthOf,
  }
  const today = last && <ReferenceLine x={last.index} stroke="var(--border-strong)" strokeDasharray="2 3" />
  const tip = (
    <Tooltip
      isAnimationActive={false}
      cursor={{ stroke: 'var(--border-strong)' }}
      content={<DayTip format={format} />}
    />
  )

  return (
    <div ref={ref} className={classes.chart}>
      {width > 0 && (
        <>
          <ComposedChart {...shared} height={heights.cumulated} title={label} desc={t('describe', { label })}>
            <CartesianGrid vertical={false} stroke="var(--ch-grid)" />
            <XAxis {...xAxis} hide />
            <YAxis
              interval={0}
              width={left}
              domain={[0, view.max]}
              ticks={view.ticks}
              tickFormatter={(value: number) => format.number(value)}
              axisLine={false}
              tickLine={false}
              tick={axisText}
            />
            {today}
            <Area
              dataKey="band"
              stroke="none"
              fill="var(--ch-band-2)"
              fillOpacity={1}
              isAnimationActive={false}
              activeDot={false}
            />
            <Line
              dataKey="expected"
              stroke="var(--ch-expected)"
              strokeDasharray="4 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="median"
              stroke="var(--ch-line)"
              strokeWidth={1.25}
              strokeDasharray="3 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <ReferenceLine y={goal} stroke="var(--ch-goal)" strokeWidth={1.25} />
            {keptFrom !== null && (
              <ReferenceLine
                y={keptFrom}
                stroke="var(--ch-goal)"
                strokeDasharray="1.5 2.5"
                label={{
                  value: t('keptAt', { value: format.number(keptFrom) }),
                  position: 'insideTopLeft',
                  ...axisText,
                }}
              />
            )}
            <Line
              dataKey="realised"
              stroke="var(--ch-line)"
              strokeWidth={2}
              dot={false}
              isAnimationActive={false}
            />
            {last?.realised != null && (
              <ReferenceDot x={last.index} y={last.realised} r={4} fill="var(--ch-line)" stroke="var(--bg)" />
            )}
            {tip}
            {roomy && last?.realised != null && <SideLabels labels={todayLabels} x={xOf(last.index) + 10} />}
            {roomy && <SideLabels labels={sideLabels} x={width - right + 10} />}
          </ComposedChart>
          <div className={classes.subtitle}>
            {t('gapTitle')}
            {last?.gap != null && <b>{format.signed(last.gap)}</b>}
          </div>
          <ComposedChart
            {...shared}
            height={heights.gap}
            title={t('gapTitle')}
            desc={t('describeGap', { label })}
          >
            <CartesianGrid vertical={false} stroke="var(--ch-grid)" />
            <XAxis {...xAxis} height={axis} axisLine={false} tickLine={false} tick={axisText} />
            <YAxis
              interval={0}
              width={left}
              domain={view.gapDomain}
              ticks={view.gapTicks}
              tickFormatter={(value: number) => format.signed(value, 0, '0')}
              axisLine={false}
              tickLine={false}
              tick={axisText}
            />
            {today}
            <ReferenceLine y={0} stroke="var(--border-strong)" />
            <Area
              dataKey="gapBand"
              stroke="none"
              fill="var(--ch-band-2)"
              fillOpacity={1}
              isAnimationActive={false}
              activeDot={false}
            />
            <Line
              dataKey="gapKept"
              stroke="var(--ch-goal)"
              strokeDasharray="1.5 2.5"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              dataKey="gapMedian"
              stroke="var(--ch-line)"
              strokeWidth={1.25}
              strokeDasharray="3 3"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Area
              dataKey="gap"
              stroke="var(--ch-line)"
              strokeWidth={2}
              fill="var(--ch-neg)"
              fillOpacity={0.4}
              isAnimationActive={false}
            />
            {last?.gap != null && (
              <ReferenceDot x={last.index} y={last.gap} r={4} fill="var(--ch-line)" stroke="var(--bg)" />
            )}
            {tip}
            {roomy && <SideLabels labels={gapLabels} x={width - right + 10} />}
          </ComposedChart>
        </>
      )}
      {end?.band && (
        <p className={classes.words}>
          {t.rich('words', {
            low: format.number(end.band[0]),
            high: format.number(end.band[1]),
            day: format.day(end.day, 'long'),
            b: (chunks) => <b>{chunks}</b>,
          })}
        </p>
      )}
    </div>
  )
}

'use client'
import { SegmentedControl, Skeleton, Title } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import { CutoffHistogram } from '#components/charts/cutoff-histogram.tsx'
import { LorenzCurve } from '#components/charts/lorenz-curve.tsx'
import { useFormat } from '#components/ui/format.ts'
import {
  methods,
  roundTo,
  stepOf,
  withCut,
  withMethod,
  type Method,
} from '#src/client/segmentation/edit-axis.ts'
import type { AxisPreview } from '#src/client/what-if/what-if-types.ts'
import type { Axis, Classification } from '#src/engine/index.ts'
import { axisFormula } from './axis-formula.ts'
import { AxisClasses } from './axis-classes.tsx'
import type { StudioWords } from './studio-words.ts'
import classes from './axis-panel.module.css'

type Props = {
  axis: Axis
  preview: AxisPreview | null
  words: StudioWords
  disabled: boolean
  onPreview: (classification: Classification) => void
  onCommit: (classification: Classification) => void
  onEdit: () => void
}

/** One axis: how its values spread, how concentrated they are, and where its classes begin. */
export function AxisPanel({ axis, preview, words, disabled, onPreview, onCommit, onEdit }: Props) {
  const t = useTranslations('segmentation.axis')
  const tCondition = useTranslations('segmentation.condition')
  const format = useFormat()
  const start = useRef<{ counts: number[]; volumes: number[] } | null>(null)
  const { method } = axis.classification
  const shownMethods = methods.some((one) => one === method) ? methods : [...methods, method]
  const step = preview ? stepOf(preview.lowest, preview.highest) : 1
  // Typed and dragged cut-offs are the draft's own: the preview comes back a moment later.
  const cutOffs =
    axis.classification.method === 'thresholds' && axis.groupBy === null
      ? axis.classification.cuts
      : (preview?.cutOffs ?? [])

  /** Cut-offs as thresholds, one of them moved: dragging under another method turns it into thresholds. */
  function moved(index: number, value: number): Classification {
    const base =
      axis.classification.method === 'thresholds'
        ? axis.classification
        : withMethod(axis, 'thresholds', cutOffs, step)
    return base.method === 'thresholds' ? { ...base, cuts: withCut(base.cuts, index, value, step) } : base
  }
  const held = cutOffs.flatMap((value, index) => (value === null ? [] : [{ index, value }])).reverse()
  const nameOf = (index: number) => axis.classes[index]?.name ?? ''
  const low = preview ? roundTo(Math.floor(preview.lowest / step) * step, step) : 0
  const high = preview ? roundTo(Math.ceil(preview.highest / step) * step, step) : 1
  return (
    <section className={classes.axis} aria-label={axis.name}>
      <header className={classes.head}>
        <Title order={2}>{axis.name}</Title>
        <SegmentedControl
          size="xs"
          className={classes.methods ?? ''}
          aria-label={t('method.label', { name: axis.name })}
          value={method}
          disabled={disabled}
          onChange={(value) => onCommit(withMethod(axis, value as Method, cutOffs, step))}
          data={shownMethods.map((one) => ({ value: one, label: t(`method.${one}`) }))}
        />
      </header>
      <div className={classes.formula}>
        <button type="button" aria-label={t('edit', { name: axis.name })} onClick={onEdit}>
          <IconAdjustmentsHorizontal size={14} stroke={1.75} aria-hidden />
          <span>{axisFormula(axis, { t: tCondition, words, format })}</span>
        </button>
        <span>{t('root', { unit: t('hcps') })}</span>
      </div>
      {!preview || preview.bins.length === 0 ? (
        preview ? (
          <p className={classes.none}>{t('missing', { count: preview.missing })}</p>
        ) : (
          <Skeleton h={150} />
        )
      ) : (
        <div className={classes.charts}>
          <CutoffHistogram
            label={axis.name}
            bins={preview.bins}
            cuts={held.map(({ index, value }) => ({ key: String(index), value }))}
            classNames={[nameOf(axis.classes.length - 1), ...held.map(({ index }) => nameOf(index))]}
            min={low}
            max={high}
            step={step}
            disabled={disabled || axis.groupBy !== null}
            onPreview={(key, value) => {
              start.current ??= { counts: preview.counts, volumes: preview.volumes }
              onPreview(moved(Number(key), value))
            }}
            onCommit={(key, value) => {
              start.current = null
              onCommit(moved(Number(key), value))
            }}
            tip={(key, from, to) => {
              const index = Number(key)
              const upTo = (values: readonly number[]) =>
                values.slice(0, index + 1).reduce((sum, one) => sum + one, 0)
              const before = start.current
              const share = before
                ? ((upTo(preview.volumes) - upTo(before.volumes)) / (preview.totalVolume || 1)) * 100
                : 0
              return (
                <>
                  <b>
                    {t('move', {
                      from: format.number(from, step < 1 ? 1 : 0),
                      to: format.number(to, step < 1 ? 1 : 0),
                    })}
                  </b>
                  {before && (
                    <span>
                      {format.signed(upTo(preview.counts) - upTo(before.counts))} {t('hcps')}
                    </span>
                  )}
                  {before && <span>{t('points', { value: format.signed(share, 1) })}</span>}
                </>
              )
            }}
          />
          <LorenzCurve
            label={t('percentOf')}
            curve={preview.curve}
            marks={held
              .toReversed()
              .map(({ index }) => ({ key: String(index), share: preview.cutShares[index] ?? 0 }))}
          />
        </div>
      )}
      <AxisClasses axis={axis} preview={preview} step={step} disabled={disabled} onCommit={onCommit} />
    </section>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { DeltaChip } from '#components/ui/change-chip.tsx'
import { useFormat } from '#components/ui/format.ts'
import { inSentence } from '#components/shared/explanation-parts.ts'
import type { Place } from '#src/client/what-if/what-if-types.ts'
import type { Segment } from '#src/engine/index.ts'
import { Swatch } from './swatch.tsx'
import classes from './matrix.module.css'

type Props = {
  segments: readonly Segment[]
  code: string
  place: Place | null
  share: number | null
  bars: readonly { key: string; label: string; share: number | null }[]
  most: number
  label: string
  disabled: boolean
  brush: string | null
  href: string
  onAssign: (segment: string) => void
  onNewSegment: () => void
  onPaintStart: () => void
  onPaintOver: () => void
}

/** Small shares say a decimal; nothing is 0 %. */
const decimalsOf = (share: number | null) => (share !== null && share >= 0.0005 && share < 0.1 ? 1 : 0)

/** One cell: a click gives it to the segment being painted, else opens its menu; digits give it to the segment of that rank. */
export function MatrixCell(props: Props) {
  const { segments, code, place, share, bars, most, label, disabled, brush, href, onAssign, onNewSegment } =
    props
  const t = useTranslations('segmentation.matrix')
  const format = useFormat()
  const segment = segments.find((one) => one.code === code)
  const delta = place && place.before !== null ? place.count - place.before : 0
  const bps = (part: number | null) => (part === null ? null : Math.round(part * 10_000))

  function onKeyDown(event: KeyboardEvent) {
    if (disabled || event.ctrlKey || event.metaKey || !/^[1-9]$/.test(event.key)) return
    const chosen = segments.find(({ rank }) => String(rank) === event.key)
    if (!chosen) return
    event.preventDefault()
    onAssign(chosen.code)
  }
  return (
    <ActionMenu
      opens={brush === null}
      position="bottom-start"
      width={240}
      entries={[
        ...(disabled
          ? []
          : [
              { key: '', kind: 'label' as const, label: t('assign') },
              ...segments.map((one) => ({
                key: one.code,
                label: <Swatch segments={segments} code={one.code} />,
                disabled: one.code === code,
                onClick: () => onAssign(one.code),
              })),
              {
                key: ' ',
                label: t('newSegment'),
                icon: 'plus' as const,
                onClick: onNewSegment,
              },
              { key: '-', kind: 'divider' as const },
            ]),
        {
          key: '/',
          label: t('open', { segment: segment?.name ?? code }),
          icon: 'link',
          href,
        },
      ]}
    >
      <button
        type="button"
        className={classes.cell}
        title={t('keys')}
        aria-label={t('cell', {
          row: label.split(' × ')[0] ?? '',
          column: label.split(' × ')[1] ?? '',
          segment: segment?.name ?? code,
          count: format.number(place?.count ?? null),
        })}
        onKeyDown={onKeyDown}
        onPointerDown={() => {
          if (brush === null || disabled) return
          props.onPaintStart()
          if (brush !== code) onAssign(brush)
        }}
        onPointerEnter={() => !disabled && props.onPaintOver()}
      >
        <span className={classes.top}>
          <Swatch segments={segments} code={code} />
        </span>
        <span className={classes.figures}>
          <b>{format.number(place?.count ?? null)}</b>
          {Math.abs(delta) < 1000 && (
            <span className={classes.share}>{format.percent(bps(share), decimalsOf(share))}</span>
          )}
          {delta !== 0 && <DeltaChip>{format.signed(delta)}</DeltaChip>}
        </span>
        {bars.map((bar) => (
          <span key={bar.key} className={classes.bar} data-kind={bar.key}>
            <span>{inSentence(bar.label)}</span>
            <i>
              <i style={{ width: `${((bar.share ?? 0) / most) * 100}%` }} />
            </i>
            <span>{format.percent(bps(bar.share), decimalsOf(bar.share))}</span>
          </span>
        ))}
      </button>
    </ActionMenu>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { Segment } from '#src/engine/index.ts'
import { Swatch } from './swatch.tsx'
import classes from './matrix.module.css'

type Props = { segments: readonly Segment[]; brush: string | null; onBrush: (code: string | null) => void }

/** The brush: pick a segment, then click or drag over cells; pick it again to put it down. */
export function SegmentPalette({ segments, brush, onBrush }: Props) {
  const t = useTranslations('segmentation.segments')
  const name = segments.find(({ code }) => code === brush)?.name
  return (
    <fieldset className={classes.palette} aria-label={t('paint')}>
      {segments.map(({ code }) => (
        <button
          key={code}
          type="button"
          className={classes.brush}
          aria-pressed={brush === code}
          onClick={() => onBrush(brush === code ? null : code)}
        >
          <Swatch segments={segments} code={code} />
        </button>
      ))}
      {name && <p className={classes.painting}>{t('painting', { name })}</p>}
    </fieldset>
  )
}

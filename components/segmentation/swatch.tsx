import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { unqualifiedSegment, type Segment } from '#src/engine/index.ts'
import { segmentTint } from './segment-colour.ts'
import classes from './swatch.module.css'

// Custom properties are not in React's type of a style.
const own = (colour: string) => ({ '--own': colour }) as CSSProperties

type Props = { segments: readonly Segment[]; code: string; name?: boolean; muted?: boolean }

/** A segment by its code: rank in its colour, and its name; *Non qualifié* and *Exclu* in words. */
export function Swatch({ segments, code, name = true, muted = false }: Props) {
  const t = useTranslations('segmentation.segments')
  const segment = segments.find((one) => one.code === code)
  if (!segment)
    return (
      <span className={classes.plain}>
        {code === 'excluded' ? t('excluded') : code === unqualifiedSegment ? t('unqualified') : code}
      </span>
    )
  return (
    <span
      className={classes.swatch}
      title={name ? undefined : segment.name}
      style={own(segmentTint(segment.colour, segment.rank))}
    >
      <SegmentSwatch rank={segment.rank} muted={muted} {...(name && { name: segment.name })} />
    </span>
  )
}

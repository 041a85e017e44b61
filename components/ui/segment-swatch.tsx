import classes from './segment-swatch.module.css'

const paletteSize = 9

/** Colour of the segment of that rank (1 = first), for charts and tints; from the ninth on, the neutral one. */
export const segmentColor = (rank: number) => `var(--seg-${Math.min(rank, paletteSize)})`

type Props = { rank: number; name?: string; muted?: boolean; size?: 'sm' | 'md' }

/** The rank in the swatch tells segments apart without the colour. Without a name, the swatch alone carries its label. */
export function SegmentSwatch({ rank, name, muted = false, size = 'md' }: Props) {
  return (
    <span className={classes.segment} data-muted={muted || undefined} data-size={size}>
      <i style={{ background: segmentColor(rank) }}>{rank}</i>
      {name && <span className={classes.name}>{name}</span>}
    </span>
  )
}

import { segmentColor } from '#components/ui/segment-swatch.tsx'
import { palette } from '#src/client/segmentation/edit-segments.ts'

/** Colour of a segment: the interface's own palette follows the theme, any other is what was chosen. */
export function segmentTint(colour: string | undefined, rank: number): string {
  const known = palette.findIndex((one) => one === colour)
  if (known >= 0) return segmentColor(known + 1)
  return colour ?? segmentColor(rank)
}

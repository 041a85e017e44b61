'use client'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { Section } from '#components/ui/section.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { Moves, Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { segmentTint } from './segment-colour.ts'
import { Swatch } from './swatch.tsx'
import classes from './transition-table.module.css'

type Props = { previous: NonNullable<StudioDto['previous']>; moves: Moves; segmentation: Segmentation }

/** From the segments of the previous cycle to those of the preview: hcps present in both, share of the line. */
export function TransitionTable({ previous, moves, segmentation }: Props) {
  const t = useTranslations('segmentation.transition')
  const format = useFormat()
  const segments = segmentation.segments.toSorted((one, other) => one.rank - other.rank)
  const known = new Set(segments.map(({ code }) => code))
  const count = (from: string, fits: (to: string) => boolean) =>
    moves.flows
      .filter((flow) => moves.codes[flow.from] === from && fits(moves.codes[flow.to] ?? ''))
      .reduce((sum, flow) => sum + flow.count, 0)
  const lines = previous.segments
    .map((segment) => ({ ...segment, total: count(segment.code, () => true) }))
    .filter(({ total }) => total > 0)
  const cell = (key: string, hcps: number, total: number, colour: string | null, same: boolean) => {
    const share = hcps / total
    if (hcps === 0)
      return (
        <td key={key} className={classes.none}>
          –
        </td>
      )
    const tint = share < 0.005 ? 0 : 8 + share * 34
    return (
      <td
        key={key}
        data-same={same || undefined}
        style={colour ? ({ '--c': colour, '--w': `${tint}%` } as CSSProperties) : undefined}
      >
        <span>{format.number(hcps)}</span>
        <b>{share < 0.005 ? format.probability(0) : format.percent(Math.round(share * 10_000))}</b>
      </td>
    )
  }
  return (
    <Section title={t('title', { cycle: previous.name })} note={t('note')}>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{previous.name}</th>
              <th scope="col">{t('hcps')}</th>
              {segments.map(({ code }) => (
                <th key={code} scope="col">
                  <Swatch segments={segments} code={code} name={false} />
                </th>
              ))}
              <th scope="col">{t('out')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ code, name, rank, total }) => (
              <tr key={code}>
                <th scope="row">
                  <SegmentSwatch rank={rank} name={name} />
                </th>
                <td className={classes.total}>{format.number(total)}</td>
                {segments.map((segment) =>
                  cell(
                    segment.code,
                    count(code, (to) => to === segment.code),
                    total,
                    segmentTint(segment.colour, segment.rank),
                    segment.code === code,
                  ),
                )}
                {cell(
                  'out',
                  count(code, (to) => !known.has(to)),
                  total,
                  null,
                  false,
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}

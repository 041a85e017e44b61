'use client'
import { SegmentedControl } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FlowRibbons } from '#components/charts/flow-ribbons.tsx'
import { Section } from '#components/ui/section.tsx'
import { useFormat } from '#components/ui/format.ts'
import { usePhone } from '#components/ui/use-phone.ts'
import type { Moves as MovesDto, Preview, Segmentation } from '#src/client/what-if/what-if-types.ts'
import { unqualifiedSegment } from '#src/engine/index.ts'
import { Swatch } from './swatch.tsx'
import classes from './moves.module.css'

export type Against = 'official' | 'previous'

type Props = {
  segmentation: Segmentation
  preview: Preview | null
  against: Against
  onAgainst: (against: Against) => void
  /** Day of the last official run; null = none yet. */
  officialDay: string | null
  previousName: string | null
  hrefOf: (segment: string) => string
}

const b = (chunks: ReactNode) => <b>{chunks}</b>

/** Who moves, segment by segment, against the last official run or the previous cycle; after rules. */
export function Moves(props: Props) {
  const { segmentation, preview, against, onAgainst, officialDay, previousName, hrefOf } = props
  const t = useTranslations('segmentation.moves')
  const format = useFormat()
  const rowHeight = usePhone() ? 28 : 24
  const moves = preview?.[against] ?? null
  const segments = segmentation.segments.toSorted((one, other) => one.rank - other.rank)
  const rowOf = new Map(segments.map(({ code }, row) => [code, row]))
  const share = (part: number, whole: number) =>
    format.percent(
      whole > 0 ? Math.round((part / whole) * 10_000) : null,
      part > 0 && part * 10 < whole ? 1 : 0,
    )
  const choices = [
    ...(officialDay ? [{ value: 'official', label: t('official') }] : []),
    ...(previousName ? [{ value: 'previous', label: previousName }] : []),
  ]
  return (
    <Section
      flush
      title={t('title')}
      actions={
        choices.length > 1 && (
          <SegmentedControl
            size="xs"
            aria-label={t('against')}
            value={against}
            onChange={(value) => onAgainst(value === 'previous' ? 'previous' : 'official')}
            data={choices}
          />
        )
      }
    >
      {!moves && <p className={classes.none}>{preview && t('none')}</p>}
      {moves && preview && (
        <>
          <p className={classes.sentence}>
            {against === 'official'
              ? t.rich('sentence', { count: moves.moved, share: share(moves.moved, preview.universe), b })
              : t.rich('sentencePrevious', {
                  count: moves.moved,
                  cycle: previousName ?? '',
                  share: share(moves.moved, moves.present),
                  b,
                })}
          </p>
          <div className={classes.head}>
            <span>{t('afterRules')}</span>
            <span>{against === 'official' ? officialDay : previousName}</span>
            <span />
            <span>{t('preview')}</span>
            <span>±</span>
          </div>
          <div className={classes.flows} style={{ '--h': `${rowHeight}px` } as never}>
            <div>
              {segments.map(({ code }) => (
                <Link key={code} href={hrefOf(code)}>
                  <Swatch segments={segments} code={code} />
                </Link>
              ))}
            </div>
            <Figures
              values={segments.map(({ code }) => format.number(placeCount(moves, 'before', code)))}
              kind="before"
            />
            <FlowRibbons
              flows={moves.flows.flatMap(({ from, to, count }) => {
                const start = rowOf.get(moves.codes[from] ?? '')
                const end = rowOf.get(moves.codes[to] ?? '')
                return start === undefined || end === undefined ? [] : [{ from: start, to: end, count }]
              })}
              rows={segments.length}
              rowHeight={rowHeight}
              width={54}
              rankOf={(row) => segments[row]?.rank ?? 1}
              label={t('flows')}
            />
            <Figures
              values={segments.map(({ code }) => format.number(placeCount(moves, 'after', code)))}
              kind="after"
            />
            <Figures
              values={segments.map(({ code }) =>
                format.signed(placeCount(moves, 'after', code) - placeCount(moves, 'before', code)),
              )}
              kind="change"
            />
          </div>
          <p className={classes.foot}>
            {against === 'official'
              ? t.rich('foot', {
                  excluded: format.number(preview.excluded),
                  unqualified: format.number(preview.unqualified),
                  stable: share(moves.present - moves.moved, moves.present),
                  b,
                })
              : t.rich('footPrevious', {
                  entries: format.number(moves.entries),
                  exits: format.number(moves.exits),
                  unqualified: format.number(placeCount(moves, 'after', unqualifiedSegment)),
                  excluded: format.number(preview.excluded),
                  b,
                })}
          </p>
        </>
      )}
    </Section>
  )
}

const placeCount = (moves: MovesDto, side: 'before' | 'after', code: string) =>
  moves[side][moves.codes.indexOf(code)] ?? 0

function Figures({ values, kind }: { values: readonly string[]; kind: string }) {
  return (
    <div className={classes.figures} data-kind={kind}>
      {values.map((value, index) => (
        // One figure a segment, in their order.
        <span key={index} data-quiet={value === '=' || undefined}>
          {value}
        </span>
      ))}
    </div>
  )
}

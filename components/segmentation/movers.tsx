'use client'
import { Anchor, Skeleton } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { Section } from '#components/ui/section.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useFormat } from '#components/ui/format.ts'
import { useCards } from '#src/client/segmentation/use-studio.ts'
import type { Moves, Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { HcpCard, StudioDto } from '#src/contracts/segmentation.ts'
import { colourOf } from '#src/client/segmentation/edit-segments.ts'
import type { Explanation, Segment } from '#src/engine/index.ts'
import { Swatch } from './swatch.tsx'
import { ExplainedHcp } from './explained-hcp.tsx'
import classes from './moves.module.css'

const HcpSearch = dynamic(() => import('./hcp-search.tsx').then((module) => module.HcpSearch), { ssr: false })

type Props = {
  studio: StudioDto
  segmentation: Segmentation
  moves: Moves | null
  explain: (hcpId: string) => Promise<Explanation | null>
  /** Changes whenever the preview does: what is explained follows. */
  previewKey: unknown
}

const shown = 3
const listed = 20

/** The hcps who change segment, highest first; one of them, or any other found by name, explained. */
export function Movers({ studio, segmentation, moves, explain, previewKey }: Props) {
  const t = useTranslations('segmentation.movers')
  const format = useFormat()
  const [chosen, setChosen] = useState<string | null>(null)
  const [isListed, setListed] = useState(false)
  const movers = useMemo(() => moves?.movers ?? [], [moves])
  const first = useMemo(() => movers.slice(0, shown), [movers])
  const { data } = useCards(
    studio.cycleId,
    first.map(({ hcpId }) => hcpId),
  )
  const cards = new Map(data?.items.map((card) => [card.id, card]))
  const segments = everySegment(studio, segmentation)
  const subject = chosen ?? first[0]?.hcpId ?? null
  const rowAxis = segmentation.axes.find(({ code }) => code === segmentation.matrix.rows)?.name ?? ''
  return (
    <>
      <Section
        title={t('title')}
        count={format.number(moves?.moved ?? 0)}
        actions={
          movers.length > shown && (
            <Anchor component="button" size="sm" onClick={() => setListed(true)}>
              {t('list')}
            </Anchor>
          )
        }
      >
        {movers.length === 0 && <p className={classes.none}>{t('none')}</p>}
        <ul className={classes.list}>
          {first.map((mover) => (
            <li key={mover.hcpId}>
              <MoverLine
                {...{ mover, segments }}
                card={cards.get(mover.hcpId) ?? null}
                pressed={mover.hcpId === subject}
                onPress={() => setChosen(mover.hcpId)}
              />
            </li>
          ))}
        </ul>
        <HcpSearch onChoose={setChosen} />
        {subject && (
          <ExplainedHcp
            {...{ studio, segmentation, explain, previewKey }}
            hcpId={subject}
            named={chosen !== null && !first.some(({ hcpId }) => hcpId === chosen)}
          />
        )}
      </Section>
      <SidePanel opened={isListed} onClose={() => setListed(false)} title={t('panel')}>
        {isListed && (
          <MoverList
            {...{ studio, segmentation }}
            movers={movers.slice(0, listed)}
            onChoose={(hcpId) => {
              setChosen(hcpId)
              setListed(false)
            }}
          />
        )}
        {movers.length > listed && (
          <p className={classes.foot}>{t('more', { count: format.number(listed), axis: rowAxis })}</p>
        )}
      </SidePanel>
    </>
  )
}

/** Segments of the draft, then those that only the other side has. */
function everySegment(studio: StudioDto, segmentation: Segmentation): Segment[] {
  const official = studio.official?.segmentations.find(({ code }) => code === segmentation.code)
  const others = [
    ...(official?.segments ?? []),
    ...(studio.previous?.segments ?? []).map((one) => ({
      ...one,
      colour: colourOf(one.rank),
      valueMilli: 1000,
    })),
  ]
  const known = new Set(segmentation.segments.map(({ code }) => code))
  return [...segmentation.segments, ...others.filter(({ code }) => !known.has(code))]
}

type LineProps = {
  mover: Moves['movers'][number]
  card: HcpCard | null
  segments: readonly Segment[]
  pressed: boolean
  onPress: () => void
}

function MoverLine({ mover, card, segments, pressed, onPress }: LineProps) {
  const format = useFormat()
  return (
    <button type="button" className={classes.mover} aria-pressed={pressed} onClick={onPress}>
      <span>
        <b>{card?.name ?? <Skeleton h={12} w={140} />}</b>
        <span>{[card?.specialty, card?.commune].filter(Boolean).join(' · ')}</span>
      </span>
      <span className={classes.arrow}>
        <Swatch segments={segments} code={mover.from} name={false} />
        <IconArrowRight size={14} stroke={1.75} aria-hidden />
        <Swatch segments={segments} code={mover.to} name={false} />
      </span>
      <b>{format.number(mover.value, mover.value !== null && !Number.isInteger(mover.value) ? 1 : 0)}</b>
    </button>
  )
}

type ListProps = {
  studio: StudioDto
  segmentation: Segmentation
  movers: Moves['movers']
  onChoose: (hcpId: string) => void
}

function MoverList({ studio, segmentation, movers, onChoose }: ListProps) {
  const { data } = useCards(
    studio.cycleId,
    movers.map(({ hcpId }) => hcpId),
  )
  const cards = new Map(data?.items.map((card) => [card.id, card]))
  const segments = everySegment(studio, segmentation)
  return (
    <ul className={classes.list}>
      {movers.map((mover) => (
        <li key={mover.hcpId}>
          <MoverLine
            {...{ mover, segments }}
            card={cards.get(mover.hcpId) ?? null}
            pressed={false}
            onPress={() => onChoose(mover.hcpId)}
          />
        </li>
      ))}
    </ul>
  )
}

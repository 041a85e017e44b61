'use client'
import { Anchor } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ExplanationDetails, ExplanationSentence } from '#components/shared/explanation.tsx'
import type { Explained } from '#components/shared/explanation-parts.ts'
import { useCards } from '#src/client/segmentation/use-studio.ts'
import type { Segmentation } from '#src/client/what-if/what-if-types.ts'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import type { Explanation } from '#src/engine/index.ts'
import classes from './moves.module.css'

type Props = {
  studio: StudioDto
  segmentation: Segmentation
  hcpId: string
  explain: (hcpId: string) => Promise<Explanation | null>
  previewKey: unknown
  /** Names the hcp, where the list above does not. */
  named: boolean
}

/** Why an hcp would be where the preview puts it; it follows every move. */
export function ExplainedHcp({ studio, segmentation, hcpId, explain, previewKey, named }: Props) {
  const t = useTranslations('segmentation.movers')
  const [found, setFound] = useState<{ hcpId: string; explanation: Explanation | null } | null>(null)
  const { data } = useCards(studio.cycleId, [hcpId])
  const card = data?.items.find(({ id }) => id === hcpId)

  useEffect(() => {
    let isCurrent = true
    void explain(hcpId).then((explanation) => {
      if (isCurrent) setFound({ hcpId, explanation })
    })
    return () => {
      isCurrent = false
    }
  }, [hcpId, explain, previewKey])

  if (found?.hcpId !== hcpId) return null
  const { explanation } = found
  return (
    <div className={classes.explained}>
      {named && card && <b>{card.name}</b>}
      {explanation ? (
        <Explained {...{ studio, segmentation, explanation }} sources={card?.sources ?? []} />
      ) : (
        <p className={classes.none}>{t('notInCycle')}</p>
      )}
      <Anchor component={Link} size="sm" href={`/annuaire/${hcpId}`}>
        {t('open')}
      </Anchor>
    </div>
  )
}

type ExplainedProps = {
  studio: StudioDto
  segmentation: Segmentation
  explanation: Explanation
  sources: Explained['sources']
}

function Explained({ studio, segmentation, explanation, sources }: ExplainedProps) {
  const explained: Explained = {
    // The same JSON: the engine's arrays are only read.
    terms: explanation as Explained['terms'],
    words: { axes: segmentation.axes, segments: segmentation.segments, criteria: studio.words },
    sources,
  }
  return (
    <>
      <ExplanationSentence explained={explained} />
      <ExplanationDetails explained={explained} />
    </>
  )
}

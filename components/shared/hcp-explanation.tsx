'use client'
import { Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useExplanation } from '#src/client/segmentation/use-explanation.ts'
import { className, segmentOf, type Explained } from './explanation-parts.ts'
import { ExplanationDetails, ExplanationSentence } from './explanation.tsx'
import classes from './explanation.module.css'

type Props = {
  cycleId: string
  hcpId: string
  segmentation?: string
  /** With every answer used and the smallest change below the sentence. */
  full?: boolean
}

/** « Pourquoi ? »: why an hcp is in its segment of a cycle, in one sentence, the same on every screen. */
export function HcpExplanationSentence({ cycleId, hcpId, segmentation = 'general', full = false }: Props) {
  const t = useTranslations('segmentation')
  const { data, isPending, error } = useExplanation(cycleId, hcpId, segmentation)
  if (isPending)
    return (
      <>
        <VisuallyHidden>{t('explain.loading')}</VisuallyHidden>
        <Skeleton h={14} w="70%" aria-hidden />
      </>
    )
  if (error) {
    const absent = 'code' in error && error.code === 'NOT_FOUND'
    return <p className={classes.sentence}>{t(absent ? 'explain.none' : 'explain.failed')}</p>
  }
  const { explanation, assigned, words, sources } = data
  const terms = explanation ?? {
    hcpId,
    status: assigned?.segment === null ? ('excluded' as const) : ('segment' as const),
    segment: assigned?.segment ?? null,
    answers: [],
    axes: [],
    cell: null,
    rule: null,
    smallestChange: null,
  }
  const explained: Explained = { terms, words, sources }
  if (!explanation) {
    // Only what was stored with the run is left: the segment and the classes.
    const known = words.axes.flatMap(({ code, name }) => {
      const found = className(explained, code, assigned?.classes[code] ?? null)
      return found ? [t('explain.named', { axis: name, class: found })] : []
    })
    const segment =
      segmentOf(explained, terms.segment)?.name ??
      t(terms.segment ? 'segments.unqualified' : 'segments.excluded')
    return (
      <p className={classes.sentence}>
        {t.rich('explain.segment', { segment, b: (chunks) => <b>{chunks}</b> })} {known.join(', ')}.{' '}
        <span className={classes.muted}>{t('explain.stored')}</span>
      </p>
    )
  }
  return (
    <>
      <ExplanationSentence explained={explained} />
      {full && <ExplanationDetails explained={explained} />}
    </>
  )
}

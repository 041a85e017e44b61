'use client'
import { IconArrowsExchange } from '@tabler/icons-react'
import { Fragment, type ReactNode } from 'react'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { useFormat } from '#components/ui/format.ts'
import type { ExplanationTerms } from '#src/contracts/explanation.ts'
import {
  axisWords,
  cellName,
  className,
  distinctSources,
  inSentence,
  isShort,
  segmentOf,
  sourceOf,
  type Explained,
} from './explanation-parts.ts'
import { useExplanationWords } from './use-explanation-words.ts'
import classes from './explanation.module.css'

const rich = {
  b: (chunks: ReactNode) => <b>{chunks}</b>,
  m: (chunks: ReactNode) => <span className={classes.muted}>{chunks}</span>,
}

function AxisPart({ explained, axis }: { explained: Explained; axis: ExplanationTerms['axes'][number] }) {
  const { t, number } = useExplanationWords(explained)
  const name = inSentence(axisWords(explained, axis.axis)?.name ?? axis.axis)
  const found = className(explained, axis.axis, axis.class)
  if (found === null || axis.value === null) return t('explain.noValue', { axis: name })
  if (axis.defaulted) return t.rich('explain.defaulted', { axis: name, class: inSentence(found), ...rich })
  if (!isShort(found)) return t('explain.named', { axis: name, class: inSentence(found) })
  const value = number(axis.value)
  if (axis.from !== null)
    return t.rich('explain.letter', { axis: name, value, class: found, from: number(axis.from), ...rich })
  if (axis.next)
    return t.rich('explain.letterLast', {
      axis: name,
      value,
      class: found,
      below: number(axis.next.from),
      ...rich,
    })
  return t('explain.letterAlone', { axis: name, class: found })
}

function Lead({ explained }: { explained: Explained }) {
  const { t, segmentName } = useExplanationWords(explained)
  const { status, segment, rule } = explained.terms
  if (status === 'outside') return t.rich('explain.outside', rich)
  if (status === 'excluded')
    return rule
      ? t.rich('explain.excluded', { position: String(rule.position), ...rich })
      : t.rich('explain.excludedAlone', rich)
  const name = segmentName(segment)
  const cell = cellName(explained)
  return cell && cell !== name
    ? t.rich('explain.segmentCell', { segment: name, cell, ...rich })
    : t.rich('explain.segment', { segment: name, ...rich })
}

function Near({ explained }: { explained: Explained }) {
  const { t, answer, criterionLabel, segmentName, distance } = useExplanationWords(explained)
  const change = explained.terms.smallestChange
  if (!change) return null
  const segment = segmentName(change.status === 'excluded' ? null : change.segment)
  const by = distance(false)
  return by === null
    ? t('explain.nearOption', {
        criterion: inSentence(criterionLabel(change.criterion)),
        option: answer(change.criterion, change.to),
        segment,
      })
    : t('explain.near', { by, segment })
}

/** « A1 : potentiel 82 (A à partir de 75), affinité forte. Sources : Icomed mars 2026, vous le 12 mai. À 8 points près : B1. » */
export function ExplanationSentence({ explained }: { explained: Explained }) {
  const { t, source } = useExplanationWords(explained)
  const { status, rule, axes } = explained.terms
  if (status === 'outside')
    return (
      <p className={classes.sentence}>
        <Lead explained={explained} />
      </p>
    )
  const sources = distinctSources(explained)
  return (
    <p className={classes.sentence}>
      <Lead explained={explained} />{' '}
      {status === 'segment' && rule && t('explain.byRule', { position: String(rule.position) })}
      {axes.map((axis, index) => (
        <Fragment key={axis.axis}>
          {index > 0 && ', '}
          <AxisPart explained={explained} axis={axis} />
        </Fragment>
      ))}
      . {sources.length > 0 && t('explain.sources', { list: sources.map(source).join(', ') })}{' '}
      <Near explained={explained} />
    </p>
  )
}

/** Every answer used with its source and date, and the smallest change that would move the hcp. */
export function ExplanationDetails({ explained }: { explained: Explained }) {
  const { t, answer, source, criterionLabel, segmentName, distance } = useExplanationWords(explained)
  const format = useFormat()
  const { answers, smallestChange: change } = explained.terms
  const target = change ? segmentOf(explained, change.segment) : null
  const size = distance(true)
  return (
    <div className={classes.details}>
      <dl aria-label={t('explain.answers')}>
        {answers.map(({ criterion, value }) => {
          const from = sourceOf(explained, criterion, value)
          return (
            <div key={criterion}>
              <dt>{criterionLabel(criterion)}</dt>
              <dd>{answer(criterion, value)}</dd>
              <dd>{from ? source(from) : ''}</dd>
            </div>
          )
        })}
      </dl>
      {change ? (
        <div>
          <h4>
            <span>{t('explain.smallest')}</span>
            <span>{t('explain.smallestShare')}</span>
          </h4>
          <p className={classes.change}>
            <span>
              <IconArrowsExchange size={14} stroke={1.75} aria-hidden />
              <span>
                <b>
                  {size ?? answer(change.criterion, change.to)} ·{' '}
                  {inSentence(criterionLabel(change.criterion))}
                </b>{' '}
                →{' '}
                {target ? (
                  <SegmentSwatch rank={target.rank} name={target.name} size="sm" />
                ) : (
                  segmentName(change.status === 'excluded' ? null : change.segment)
                )}
              </span>
            </span>
            <span>{format.percent(Math.round(change.share * 10_000), change.share < 0.1 ? 1 : 0)}</span>
          </p>
        </div>
      ) : (
        <h4>{t('explain.nothing')}</h4>
      )}
    </div>
  )
}

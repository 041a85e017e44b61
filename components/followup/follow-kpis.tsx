'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AttainmentBar, PaceBar, RangeBar } from '#components/ui/bars.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import { Term } from '#components/ui/term.tsx'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'
import type { FollowHcpFilter } from '#src/contracts/words.ts'
import classes from './followup.module.css'

type Props = { view: FollowUpDto; onHcps: (filter: FollowHcpFilter) => void }

const share = (part: number, whole: number): number | null =>
  whole > 0 ? Math.round((part / whole) * 10_000) : null

/** On plan? Chance to keep? At which pace? Who has been seen? Each with the hcps behind its figures. */
export function FollowKpis({ view, onHcps }: Props) {
  const t = useTranslations('followUp.kpi')
  const format = useFormat()
  const { figures, settings, run, days } = view
  const { adjusted, raw, chance, hcps, seen, atFrequency } = figures
  const part = (bps: number | null) => {
    const { value, unit } = format.percentParts(bps)
    return { value, unit }
  }
  const open = (filter: FollowHcpFilter) => (chunks: ReactNode) => (
    <button type="button" className={classes.figure} onClick={() => onHcps(filter)}>
      {chunks}
    </button>
  )
  const b = (chunks: ReactNode) => <b>{chunks}</b>
  const gap = adjusted.expectedMilli === null ? null : adjusted.earnedMilli - adjusted.expectedMilli
  const contacts = (milli: number) => format.milli(milli, 0)
  const coverage = share(seen, hcps)
  const frequency = share(atFrequency, hcps)

  return (
    <KpiRow>
      <Kpi
        wide
        question={t('plan')}
        main={{
          ...part(adjusted.attainmentBps),
          caption: <Term definition={t('adjustedTerm')}>{t('adjusted')}</Term>,
        }}
        others={[
          { key: 'expected', ...part(adjusted.expectedBps), caption: t('expected') },
          {
            key: 'raw',
            ...part(raw.attainmentBps),
            caption: <Term definition={t('rawTerm')}>{t('raw')}</Term>,
          },
        ]}
        bar={
          <AttainmentBar
            valueBps={adjusted.attainmentBps}
            rawBps={raw.attainmentBps}
            expectedBps={adjusted.expectedBps}
          />
        }
        sentence={t.rich(gap === null ? 'planNoExpected' : 'planSentence', {
          earned: contacts(adjusted.earnedMilli),
          goal: contacts(adjusted.goalMilli),
          gap: gap === null ? '' : format.signed(Math.round(gap / 1000)),
          link: open('late'),
          b,
        })}
      />
      <Kpi
        wide
        question={t('chance', { day: format.day(run.endsOn) })}
        main={{
          ...format.probabilityParts(chance?.probabilityBps ?? null),
          caption: (
            <Term
              definition={t('chanceTerm', {
                keep: format.percent(settings.keepBps),
                day: format.day(run.endsOn),
              })}
            >
              {t('keptFrom', { keep: format.percent(settings.keepBps) })}
            </Term>
          ),
        }}
        others={
          chance
            ? [{ key: 'mean', ...part(share(chance.meanMilli, adjusted.goalMilli)), caption: t('forecast') }]
            : []
        }
        bar={
          chance && (
            <RangeBar
              low={chance.lowMilli}
              middle={chance.meanMilli}
              high={chance.highMilli}
              min={Math.min(adjusted.earnedMilli, chance.lowMilli) * 0.9}
              max={Math.max(adjusted.goalMilli, chance.highMilli)}
              goal={adjusted.goalMilli}
              threshold={Math.round((adjusted.goalMilli * settings.keepBps) / 10_000)}
              label={t('rangeLabel', { low: contacts(chance.lowMilli), high: contacts(chance.highMilli) })}
            />
          )
        }
        sentence={
          chance
            ? t.rich('range', { low: contacts(chance.lowMilli), high: contacts(chance.highMilli), b })
            : t('noForecast')
        }
      />
      <Kpi
        question={t('pace')}
        main={{ value: format.pace(adjusted.requiredPaceMilli), caption: t('required') }}
        others={[{ key: 'recent', value: format.pace(adjusted.recentPaceMilli), caption: t('recent') }]}
        bar={
          <PaceBar
            requiredMilli={adjusted.requiredPaceMilli ?? 0}
            recentMilli={adjusted.recentPaceMilli ?? 0}
          />
        }
        sentence={
          adjusted.isKept
            ? t('kept')
            : t.rich('paceSentence', {
                short: contacts(adjusted.shortMilli),
                days: format.milli(days.leftMilli, 0),
                link: open('late'),
                b,
              })
        }
      />
      <Kpi
        question={t('seen')}
        main={{ ...part(coverage), caption: t('coverage') }}
        others={[{ key: 'frequency', ...part(frequency), caption: t('atFrequency') }]}
        bar={
          <AttainmentBar
            valueBps={frequency}
            rawBps={coverage}
            label={t('seenLabel', {
              coverage: format.percent(coverage),
              frequency: format.percent(frequency),
            })}
          />
        }
        sentence={t.rich('unseen', {
          unseen: format.number(hcps - seen),
          hcps: format.number(hcps),
          link: open('unseen'),
          all: open('all'),
        })}
      />
    </KpiRow>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'

const halfBps = 5000

/** What the page says, in one sentence: the chance in words, then what stands against it. */
export function useSentence(): (view: FollowUpDto) => ReactNode {
  const t = useTranslations('followUp.sentence')
  const format = useFormat()
  return (view) => {
    const { figures, sectors, run, perimeter, days } = view
    const { adjusted, chance, state } = figures
    const b = (chunks: ReactNode) => <b>{chunks}</b>
    if (state === 'VACANT') return t('vacant')
    if (adjusted.goalMilli === 0) return t('noGoal')
    if (state === 'NOT_STARTED') return t('notStarted', { day: format.day(run.startsOn, 'long') })
    if (adjusted.isKept) return t('kept')
    if (days.gone >= days.total) return t('over', { value: format.percent(adjusted.attainmentBps) })
    if (!chance) return t('noForecast')
    const words = t('chance', { tenths: Math.round(chance.probabilityBps / 1000) })
    const followed = sectors.filter((row) => row.figures.chance !== null)
    const unlikely = followed.filter((row) => (row.figures.chance?.probabilityBps ?? 0) < halfBps).length
    if (perimeter.level !== 'SECTOR')
      return t.rich('sectors', {
        chance: words,
        likely: String(chance.probabilityBps >= halfBps),
        unlikely,
        followed: String(followed.length),
        b,
      })
    const required = adjusted.requiredPaceMilli
    const recent = adjusted.recentPaceMilli ?? 0
    if (required === null) return t('noDays', { chance: words })
    return t.rich(recent < required ? 'faster' : 'pace', {
      chance: words,
      short: format.milli(adjusted.shortMilli, 0),
      required: format.milli(required),
      recent: format.milli(recent),
      b,
    })
  }
}

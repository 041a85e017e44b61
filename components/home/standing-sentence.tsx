'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { HomeDto } from '#src/contracts/home.ts'

/** How the running cycle stands, in one sentence. */
export function StandingSentence({ home }: { home: HomeDto }) {
  const t = useTranslations('home.sentence')
  const format = useFormat()
  const { standing } = home
  if (!home.runningCycle) return <>{t('none')}</>
  if (!standing || standing.attainmentBps === null)
    return <>{t('running', { cycle: home.runningCycle.name })}</>
  const values = {
    cycle: standing.cycle.name,
    done: format.percent(standing.attainmentBps),
    expected: format.percent(standing.expectedBps),
    atRisk: standing.atRisk,
    b: (chunks: ReactNode) => <b>{chunks}</b>,
  }
  return <>{t.rich(standing.atRisk > 0 ? 'atRisk' : 'onPlan', values)}</>
}

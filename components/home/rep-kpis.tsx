'use client'
import { useTranslations } from 'next-intl'
import { AttainmentBar, PaceBar, ProbabilityBar } from '#components/ui/bars.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'

const share = (part: number, whole: number) => (whole > 0 ? Math.round((part / whole) * 10_000) : null)

export function RepKpis({ follow }: { follow: FollowUpDto }) {
  const t = useTranslations('home.rep')
  const format = useFormat()
  const { figures, settings } = follow
  const { adjusted, chance, hcps, seen } = figures
  const probability = format.probabilityParts(chance?.probabilityBps ?? null)
  return (
    <KpiRow lead>
      <Kpi
        question={t('chance')}
        main={{ value: probability.value, unit: probability.unit }}
        bar={
          <ProbabilityBar probabilityBps={chance?.probabilityBps ?? null} thresholdBps={settings.amberBps} />
        }
        sentence={t('chanceNote', { threshold: format.percent(settings.amberBps) })}
      />
      <Kpi
        question={t('done')}
        main={{ value: format.milli(adjusted.earnedMilli) }}
        bar={<AttainmentBar valueBps={adjusted.attainmentBps} expectedBps={adjusted.expectedBps} />}
        sentence={t('doneNote', {
          expected: format.milli(adjusted.expectedMilli, 0),
          goal: format.milli(adjusted.goalMilli, 0),
        })}
      />
      <Kpi
        question={t('pace')}
        main={{ value: format.pace(adjusted.recentPaceMilli) }}
        bar={
          <PaceBar
            requiredMilli={adjusted.requiredPaceMilli ?? 0}
            recentMilli={adjusted.recentPaceMilli ?? 0}
          />
        }
        sentence={t('paceNote', { required: format.pace(adjusted.requiredPaceMilli) })}
      />
      <Kpi
        question={t('unseen')}
        main={{ value: format.number(hcps - seen) }}
        bar={<AttainmentBar valueBps={share(seen, hcps)} tone="neutral" />}
        sentence={t('unseenNote', { coverage: format.percent(share(seen, hcps)), hcps })}
      />
    </KpiRow>
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import type { CycleSegmentDto, HcpPage } from '#src/contracts/directory-hcp.ts'
import { Dots } from './dots.tsx'

type Props = { hcp: HcpPage; segment: CycleSegmentDto | undefined }

/** What one asks first: where this hcp stands in the cycle, what comes next, how much of the year's cap is used. */
export function HcpKpis({ hcp, segment }: Props) {
  const t = useTranslations('directory.hcp')
  const format = useFormat()
  const { commitments, calls, yearly, today } = hcp
  const visits = commitments?.filter(({ channelKind }) => channelKind === 'VISIT') ?? []
  const committed = visits.reduce((sum, line) => sum + line.committed, 0)
  const done = visits.reduce((sum, line) => sum + line.done, 0)
  const next = calls?.filter(({ outcome, day }) => outcome === 'PLANNED' && day >= today).at(-1)
  const last = calls?.find(({ outcome }) => outcome === 'DONE')
  const left = yearly?.maximum ? yearly.maximum - yearly.done - yearly.committed : null
  return (
    <KpiRow lead>
      {commitments && (
        <Kpi
          question={t('visits', { cycle: hcp.cycle?.name ?? '' })}
          main={{
            value: format.number(done),
            unit: committed > 0 ? ` / ${format.number(committed)}` : undefined,
          }}
          bar={committed > 0 && committed <= 12 ? <Dots done={done} total={committed} /> : undefined}
          sentence={committed > 0 ? undefined : t('notCommitted')}
        />
      )}
      {calls && (
        <Kpi
          question={next ? t('next') : t('last')}
          main={{ value: format.day(next?.day ?? last?.day ?? null) }}
          sentence={
            next ? [next.channel, next.time].filter(Boolean).join(', ') : (last?.channel ?? t('never'))
          }
        />
      )}
      <Kpi
        question={t('segment')}
        main={{
          value: segment?.segment ? (
            <SegmentSwatch rank={segment.segment.rank} name={segment.segment.name} />
          ) : (
            '–'
          ),
        }}
        sentence={segment ? t('computed', { day: format.instantDay(segment.computedAt) }) : t('noSegment')}
      />
      {yearly && (
        <Kpi
          question={t('yearly')}
          main={{
            value: format.number(yearly.done),
            unit: yearly.maximum === null ? undefined : ` / ${format.number(yearly.maximum)}`,
          }}
          sentence={
            left === null
              ? t('yearlyOpen', { count: yearly.committed })
              : left >= 0
                ? t('yearlyLeft', { count: left })
                : t('yearlyOver', { count: -left })
          }
        />
      )}
    </KpiRow>
  )
}

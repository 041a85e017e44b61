'use client'
import { SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { LazyBurnUp } from '#components/charts/lazy-burn-up.tsx'
import { Section } from '#components/ui/section.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import { contactsCurve } from '#src/client/follow-up/contacts-curve.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'

/** Cumulated contacts against expected, with where they may go; or the hcps met at least once. */
export function FollowCurve({ view }: { view: FollowUpDto }) {
  const t = useTranslations('followUp.curve')
  const [measure, setMeasure] = useState<'contacts' | 'coverage'>('contacts')
  const { curve, figures } = view
  const props = useMemo(() => {
    if (measure === 'coverage') {
      const last = curve.expectedMilli.at(-1) ?? 0
      // As many hcps as the elapsed share of the plan asks for, were each met in turn.
      const expected = curve.expectedMilli.map((milli) => (last > 0 ? (milli / last) * figures.hcps : 0))
      return { realised: curve.seen, expected, goal: figures.hcps, keptFrom: null, forecast: [] }
    }
    return contactsCurve(view)
  }, [measure, curve, figures.hcps, view])

  return (
    <Section
      title={t(measure === 'contacts' ? 'title' : 'seenTitle')}
      note={t(measure === 'contacts' ? 'note' : 'seenNote')}
      actions={
        <SegmentedControl
          size="sm"
          aria-label={t('measure')}
          value={measure}
          onChange={(value) => setMeasure(value === 'coverage' ? 'coverage' : 'contacts')}
          data={[
            { value: 'contacts', label: t('contacts') },
            { value: 'coverage', label: t('coverage') },
          ]}
        />
      }
    >
      {props.goal > 0 && curve.earnedMilli.length > 0 ? (
        <LazyBurnUp days={curve.days} {...props} label={t(measure)} />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyWhy')}</EmptyState>
      )}
    </Section>
  )
}

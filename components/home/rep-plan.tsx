'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useMemo } from 'react'
import { LazyBurnUp } from '#components/charts/lazy-burn-up.tsx'
import { Section } from '#components/ui/section.tsx'
import { contactsCurve } from '#src/client/follow-up/contacts-curve.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'

/** Contacts of the own plan, cumulated, against what was expected by each day. */
export function RepPlan({ follow }: { follow: FollowUpDto }) {
  const t = useTranslations('home.plan')
  const curve = useMemo(() => contactsCurve(follow), [follow])
  if (curve.goal <= 0 || curve.realised.length === 0) return null
  return (
    <Section
      title={t('title')}
      note={t('note')}
      actions={
        <Anchor component={Link} href={`/cycles/${follow.cycle.id}/suivi`} size="sm">
          {t('followUp')}
        </Anchor>
      }
    >
      <LazyBurnUp days={follow.curve.days} {...curve} label={t('contacts')} />
    </Section>
  )
}

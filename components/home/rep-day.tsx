'use client'
import { Anchor, Button } from '@mantine/core'
import { IconCalendarPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { EmptyState, TableSkeleton } from '#components/ui/states.tsx'
import { callHref } from '#src/client/calls/call-address.ts'
import { useCallsOfDay } from '#src/client/home/use-home.ts'
import classes from './home.module.css'

const late = '99:99'

/** Visits of the day in the order of their hours. */
export function RepDay({ today, mayLog }: { today: string; mayLog: boolean }) {
  const t = useTranslations('home.day')
  const format = useFormat()
  const { data } = useCallsOfDay(today)
  const calls = (data?.items ?? [])
    .filter(({ outcome }) => outcome !== 'CANCELLED')
    .toSorted((a, b) => (a.time ?? late).localeCompare(b.time ?? late))
  const left = calls.filter(({ outcome }) => outcome === 'PLANNED').length
  return (
    <Section
      title={t('title')}
      note={data && calls.length > 0 ? t('count', { left, count: calls.length }) : null}
      actions={
        <Anchor component={Link} href="/visites" size="sm">
          {t('all')}
        </Anchor>
      }
    >
      {!data && <TableSkeleton rows={4} rowHeight={52} />}
      {data && calls.length === 0 && (
        <EmptyState icon={IconCalendarPlus} title={t('none')}>
          {t('noneWhy')}
        </EmptyState>
      )}
      {calls.length > 0 && (
        <ul className={classes.calls}>
          {calls.map((call) => (
            <li key={call.id}>
              <span>{call.time ?? '–'}</span>
              {call.segment ? <SegmentSwatch rank={call.segment.rank} /> : <span />}
              <span className={classes.words}>
                <Link href={`/annuaire/${call.hcpId}`} className={classes.link}>
                  {call.name}
                </Link>
                <small>{[call.specialty, call.commune].filter(Boolean).join(' · ')}</small>
              </span>
              <span className={`${classes.grey} ${classes.standing}`}>
                {call.standing &&
                  t('standing', {
                    done: format.number(call.standing.done),
                    goal: format.number(call.standing.goal),
                  })}
              </span>
              {call.outcome === 'PLANNED' ? (
                mayLog && (
                  <Button
                    component={Link}
                    href={callHref({ isLogging: true, hcpId: call.hcpId })}
                    variant="default"
                  >
                    {t('log')}
                  </Button>
                )
              ) : (
                <span className={classes.grey}>{t(`outcome.${call.outcome}`)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

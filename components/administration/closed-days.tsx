'use client'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { useSaveClosedDays } from '#src/client/administration/use-administration.ts'
import type { CalendarDto, ClosedDayDto } from '#src/contracts/administration-calendar.ts'
import { addDays } from '#src/lib/calendar.ts'
import classes from './administration.module.css'

const ClosedDayForm = dynamic(() => import('./closed-day-form.tsx').then((module) => module.ClosedDayForm), {
  ssr: false,
})
const loadLater = () => import('./closed-day-form.tsx')

type Span = ClosedDayDto & { to: string }

/** Days in a row of one network with the same weight and label, as one line. */
function spansOf(days: readonly ClosedDayDto[]): Span[] {
  const spans: Span[] = []
  const last = new Map<string, Span>()
  for (const day of days) {
    const before = last.get(day.networkId)
    if (
      before &&
      before.weightBps === day.weightBps &&
      before.label === day.label &&
      addDays(before.to, 1) === day.day
    )
      before.to = day.day
    else {
      const span = { ...day, to: day.day }
      spans.push(span)
      last.set(day.networkId, span)
    }
  }
  return spans
}

/** Days that count less than others: a seminar, August, the bridge of a holiday. Public holidays come by themselves. */
export function ClosedDays({ calendar, mayWrite }: { calendar: CalendarDto; mayWrite: boolean }) {
  const t = useTranslations('administration.calendar')
  usePreload(loadLater)
  const format = useFormat()
  const save = useSaveClosedDays()
  const [adding, setAdding] = useState(false)
  const spans = spansOf(calendar.closedDays)
  const networkName = (id: string) => calendar.networks.find((network) => network.id === id)?.name ?? ''
  return (
    <Section
      title={t('closedDays')}
      note={t('closedDaysNote')}
      actions={
        mayWrite &&
        calendar.networks.length > 0 && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {spans.length === 0 && <p className={classes.grey}>{t('noClosedDay')}</p>}
      <ul className={classes.list}>
        {spans.map((span) => (
          <li key={`${span.networkId}:${span.day}`}>
            <span className={classes.two}>
              <b>
                {span.day === span.to
                  ? format.day(span.day, 'year')
                  : format.dayRange(span.day, span.to, 'year')}
              </b>
              <small>{[span.label, networkName(span.networkId)].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={classes.grey}>
              {span.weightBps === 0 ? t('closed') : t('weighs', { weight: format.percent(span.weightBps) })}
            </span>
            {mayWrite && (
              <ActionIcon
                aria-label={t('ordinary')}
                onClick={() =>
                  save.mutate({
                    commandId: crypto.randomUUID(),
                    networkId: span.networkId,
                    from: span.day,
                    to: span.to,
                    weightBps: null,
                    label: '',
                  })
                }
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {adding && <ClosedDayForm calendar={calendar} onClose={() => setAdding(false)} />}
    </Section>
  )
}

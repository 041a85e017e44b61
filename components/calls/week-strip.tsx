'use client'
import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { weekOf } from '#src/client/calls/call-address.ts'
import { useCallDays } from '#src/client/calls/use-calls.ts'
import { addDays } from '#src/lib/calendar.ts'
import classes from './calls.module.css'

const dotsUpTo = 12

const Dots = ({ done, planned, missed }: { done: number; planned: number; missed: number }) => (
  <span className={classes.dots} aria-hidden>
    {[
      ...Array.from({ length: done }, () => 'done'),
      ...Array.from({ length: missed }, () => 'missed'),
      ...Array.from({ length: planned }, () => 'planned'),
    ]
      .slice(0, dotsUpTo)
      .map((kind, index) => (
        <i key={index} data-kind={kind} />
      ))}
  </span>
)

/** The week of a day: how many calls each day holds, made, missed and planned. */
export function WeekStrip({ day, onDay }: { day: string; onDay: (day: string) => void }) {
  const t = useTranslations('calls.week')
  const format = useFormat()
  const week = weekOf(day)
  const { data } = useCallDays(week[0] ?? day, week.at(-1) ?? day)
  return (
    <div className={classes.strip}>
      <ActionIcon
        size={44}
        className={classes.arrow}
        aria-label={t('before')}
        onClick={() => onDay(addDays(day, -7))}
      >
        <IconChevronLeft size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
      <div className={classes.week}>
        {week.map((one) => {
          const counts = data?.days.find((row) => row.day === one) ?? { done: 0, planned: 0, missed: 0 }
          const total = counts.done + counts.planned + counts.missed
          return (
            <button
              key={one}
              type="button"
              className={classes.day}
              aria-pressed={one === day}
              aria-label={t('label', { day: format.day(one, 'weekday'), ...counts })}
              onClick={() => onDay(one)}
            >
              <span>
                {t('short', {
                  weekday: format.day(one, 'weekday').slice(0, 3),
                  date: String(Number(one.slice(8))),
                })}
                <b>{total > 0 ? total : '–'}</b>
              </span>
              <Dots {...counts} />
            </button>
          )
        })}
      </div>
      <ActionIcon
        size={44}
        className={classes.arrow}
        aria-label={t('after')}
        onClick={() => onDay(addDays(day, 7))}
      >
        <IconChevronRight size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  )
}

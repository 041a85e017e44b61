'use client'
import { Checkbox, Input } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Fragment } from 'react'
import classes from './administration.module.css'

const days = [0, 1, 2, 3, 4] as const
const halves = ['morning', 'afternoon'] as const
const bit = (day: number, half: number) => 1 << (day * 2 + half)
const count = (bits: number) => bits.toString(2).replaceAll('0', '').length

/** A week of ten half-days, Monday to Friday, mornings above. */
export function HalfDays({ bits }: { bits: number }) {
  const t = useTranslations('administration.calendar')
  return (
    <>
      <span className={classes.halves} aria-hidden>
        {days.flatMap((day) =>
          halves.map((half, index) => (
            <i key={`${day}${half}`} data-on={(bits & bit(day, index)) > 0 || undefined} />
          )),
        )}
      </span>{' '}
      <span className={classes.grey}>{t('days', { count: count(bits) / 2 })}</span>
    </>
  )
}

export function HalfDayFields({ bits, onChange }: { bits: number; onChange: (bits: number) => void }) {
  const t = useTranslations('administration.calendar')
  return (
    <Input.Wrapper label={t('week')} labelElement="div">
      <div className={classes.week}>
        <span />
        {days.map((day) => (
          <span key={day}>{t(`weekday.${day}`)}</span>
        ))}
        {halves.map((half, index) => (
          <Fragment key={half}>
            <span>{t(half)}</span>
            {days.map((day) => (
              <Checkbox
                key={day}
                size="sm"
                mx="auto"
                aria-label={`${t(`weekday.${day}`)}, ${t(half)}`}
                checked={(bits & bit(day, index)) > 0}
                onChange={() => onChange(bits ^ bit(day, index))}
              />
            ))}
          </Fragment>
        ))}
      </div>
    </Input.Wrapper>
  )
}

'use client'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import type { AnswerValue } from '#src/lib/answer-value.ts'
import { addMonths } from '#src/lib/calendar.ts'
import type { FormQuestion } from '#src/contracts/qualification.ts'
import { NumberAnswer } from './number-answer.tsx'
import classes from './question.module.css'

type Props = {
  question: FormQuestion
  label: string
  /** null = not answered, or answered without a value. */
  value: AnswerValue | null
  today: string
  onAnswer: (value: AnswerValue) => void
}

const scale = Array.from({ length: 11 }, (_, index) => index)

function Choice({ question, value, onAnswer }: Props) {
  const locale = useLocale()
  return (
    <div className={classes.choices}>
      {question.options.map(({ code, labels }) => (
        <button
          key={code}
          type="button"
          aria-pressed={value === code}
          className={classes.choice}
          onClick={() => onAnswer(code)}
        >
          <i aria-hidden />
          <span>{labels[locale]}</span>
        </button>
      ))}
    </div>
  )
}

function Scale({ value, onAnswer }: Props) {
  const t = useTranslations('qualification.field')
  return (
    <>
      <div className={classes.scale}>
        {scale.map((step) => (
          <button key={step} type="button" aria-pressed={value === step} onClick={() => onAnswer(step)}>
            {step}
          </button>
        ))}
      </div>
      <div className={classes.ends} aria-hidden>
        <span>{t('scaleLow')}</span>
        <span>{t('scaleHigh')}</span>
      </div>
    </>
  )
}

function YesNo({ value, onAnswer }: Props) {
  const t = useTranslations('qualification.field')
  return (
    <div className={classes.yesNo}>
      {([true, false] as const).map((one) => {
        const Icon = one ? IconCheck : IconX
        return (
          <button key={String(one)} type="button" aria-pressed={value === one} onClick={() => onAnswer(one)}>
            <Icon size={18} stroke={1.75} aria-hidden />
            {t(one ? 'yes' : 'no')}
          </button>
        )
      })}
    </div>
  )
}

function Day({ label, value, today, onAnswer }: Props) {
  const format = useFormat()
  const month = today.slice(0, 7)
  return (
    <>
      <input
        type="date"
        className={classes.day}
        aria-label={label}
        max={today}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => event.currentTarget.value && onAnswer(event.currentTarget.value)}
      />
      <div className={classes.months}>
        {[0, -1, -2].map((back) => {
          const day = addMonths(`${month}-01`, back)
          return (
            <button key={day} type="button" aria-pressed={value === day} onClick={() => onAnswer(day)}>
              {format.day(day, 'month')}
            </button>
          )
        })}
      </div>
    </>
  )
}

/** What a question is answered with, by its kind; every target is at least 44 px. */
export function AnswerInput(props: Props) {
  const { question, label, value, onAnswer } = props
  switch (question.kind) {
    case 'CHOICE':
      return <Choice {...props} />
    case 'SCALE':
      return <Scale {...props} />
    case 'BOOLEAN':
      return <YesNo {...props} />
    case 'DATE':
      return <Day {...props} />
    case 'TEXT':
      return (
        <textarea
          className={classes.text}
          aria-label={label}
          rows={3}
          maxLength={500}
          defaultValue={typeof value === 'string' ? value : ''}
          onBlur={(event) => event.currentTarget.value.trim() && onAnswer(event.currentTarget.value.trim())}
        />
      )
    case 'NUMBER':
    case 'INTEGER':
    case 'PERCENT':
      return (
        <NumberAnswer
          label={label}
          unit={question.unit ?? (question.kind === 'PERCENT' ? '%' : null)}
          value={typeof value === 'number' ? value : null}
          minimum={question.minimum ?? (question.kind === 'PERCENT' ? 0 : null)}
          maximum={question.maximum ?? (question.kind === 'PERCENT' ? 100 : null)}
          whole={question.kind === 'INTEGER'}
          onAnswer={onAnswer}
        />
      )
  }
}

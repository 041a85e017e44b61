'use client'
import {
  IconArrowBackUp,
  IconBuildingHospital,
  IconCircleCheck,
  IconClockExclamation,
  IconCloudUp,
  IconHistory,
  IconLock,
} from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useId, type ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import type { ShownAnswer } from '#src/client/qualification/field-answers.ts'
import type { Given } from '#src/client/qualification/use-field.ts'
import type { FormAnswer, FormQuestion } from '#src/contracts/qualification.ts'
import { AnswerInput } from './answer-input.tsx'
import { useAnswerWords } from './answer-words.ts'
import classes from './question.module.css'

type Props = {
  question: FormQuestion
  /** What was known when the form was opened. */
  before: FormAnswer | null
  shown: ShownAnswer | null
  today: string
  onAnswer: (given: Given) => void
  onUndo: (() => void) | null
}

/** « 35 · vous, 12 févr. », and when it stopped counting. */
function Before({ question, answer, today }: { question: FormQuestion; answer: FormAnswer; today: string }) {
  const t = useTranslations('qualification.field')
  const format = useFormat()
  const words = useAnswerWords()
  const { mine, author, source, inheritedFrom, observedOn, expired, expiresOn } = answer
  const who = mine ? t('you') : (author ?? source)
  const Icon = inheritedFrom ? IconBuildingHospital : IconHistory
  return (
    <p className={classes.before}>
      <Icon size={14} stroke={1.75} aria-hidden />
      <span>
        {inheritedFrom ? (
          t('inherited', { place: inheritedFrom, source })
        ) : (
          <>
            <b>{words(question, answer)}</b> · {who}
          </>
        )}
        , {format.relativeDay(observedOn, today)}
        {expired && expiresOn && (
          <span className={classes.expired}>
            <IconClockExclamation size={14} stroke={1.75} aria-hidden />
            {t('expired', { day: format.day(expiresOn, 'long') })}
          </span>
        )}
      </span>
    </p>
  )
}

function Status({ shown, onUndo }: Pick<Props, 'shown' | 'onUndo'>) {
  const t = useTranslations('common')
  const format = useFormat()
  const time = shown?.waitingSince ?? shown?.savedAt
  if (!shown || !time) return null
  const Icon = shown.waitingSince ? IconCloudUp : IconCircleCheck
  return (
    <span className={classes.status}>
      {onUndo && (
        <button
          type="button"
          className={classes.undo}
          title={t('actions.undo')}
          aria-label={t('actions.undo')}
          onClick={onUndo}
        >
          <IconArrowBackUp size={18} stroke={1.75} aria-hidden />
        </button>
      )}
      <output data-kind={shown.waitingSince ? 'waiting' : 'saved'}>
        <Icon size={16} stroke={1.75} aria-hidden />
        {t(shown.waitingSince ? 'save.waiting' : 'save.saved', { time: format.time(time) })}
      </output>
    </span>
  )
}

/** An answer that comes from elsewhere: read, not asked. */
function Locked({ question }: { question: FormQuestion }) {
  const t = useTranslations('qualification.field')
  const format = useFormat()
  const words = useAnswerWords()
  const { answer } = question
  return (
    <>
      <p className={classes.locked}>
        <b>{answer ? words(question, answer) : t('nothing')}</b>
        <IconLock size={16} stroke={1.75} aria-label={t('lockedHelp')} />
      </p>
      {answer && (
        <div className={classes.foot}>
          <output data-kind="saved" className={classes.status}>
            <IconCircleCheck size={16} stroke={1.75} aria-hidden />
            {t('received', { day: format.instantDay(answer.enteredAt) })}
          </output>
        </div>
      )}
    </>
  )
}

/** One question: what it asks, what was known, what is said now. It saves itself; points are never here. */
export function QuestionRow({ question, before, shown, today, onAnswer, onUndo }: Props) {
  const t = useTranslations('qualification.field')
  const locale = useLocale()
  const id = useId()
  const { key, labels, help, locked, required } = question
  const label = labels[locale]
  const current = shown && !shown.expired ? shown : null
  const isMissing = !locked && current === null
  const skip = (state: 'UNKNOWN' | 'NOT_APPLICABLE'): ReactNode => (
    <button
      type="button"
      className={classes.quiet}
      aria-pressed={current?.state === state}
      onClick={() => onAnswer({ state, value: null })}
    >
      {t(state === 'UNKNOWN' ? 'unknown' : 'notApplicable')}
    </button>
  )
  return (
    <section
      className={classes.question}
      data-missing={isMissing || undefined}
      data-question={key}
      aria-labelledby={id}
      tabIndex={-1}
    >
      <div className={classes.asked}>
        <h3 id={id}>
          {label}
          {!required && <small> {t('optional')}</small>}
        </h3>
        {help[locale] && <p className={classes.help}>{help[locale]}</p>}
        {before && <Before question={question} answer={before} today={today} />}
      </div>
      <div className={classes.said}>
        {locked ? (
          <Locked question={question} />
        ) : (
          <>
            <AnswerInput
              question={question}
              label={label}
              today={today}
              value={current?.state === 'VALUE' ? current.value : null}
              onAnswer={(value) => onAnswer({ state: 'VALUE', value })}
            />
            <div className={classes.foot}>
              {skip('UNKNOWN')}
              {skip('NOT_APPLICABLE')}
              <Status shown={shown} onUndo={onUndo} />
            </div>
          </>
        )}
      </div>
    </section>
  )
}

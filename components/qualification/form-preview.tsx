'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Given } from '#src/client/qualification/use-field.ts'
import { deviceDay } from '#src/client/offline/device-day.ts'
import type { FormQuestion } from '#src/contracts/qualification.ts'
import { QuestionRow } from './field/question-row.tsx'
import classes from './criteria.module.css'

/** The rep's form as it will be, to be tried: nothing that is answered here is kept. */
export function FormPreview({ questions }: { questions: readonly FormQuestion[] }) {
  const t = useTranslations('qualification')
  const [given, setGiven] = useState<Readonly<Record<string, Given>>>({})
  const today = deviceDay()
  return (
    <aside className={classes.preview} aria-label={t('preview.title')}>
      <header>
        <b>{t('preview.title')}</b>
        <small>{t('preview.help')}</small>
      </header>
      <div className={classes.device}>
        {questions.map((question) => {
          const one = given[question.key]
          return (
            <QuestionRow
              key={`${question.key} ${question.kind}`}
              question={question}
              before={null}
              shown={
                one && one.state !== 'WITHDRAWN'
                  ? { state: one.state, value: one.value, expired: false, waitingSince: null, savedAt: null }
                  : null
              }
              today={today}
              onAnswer={(next) => setGiven((known) => ({ ...known, [question.key]: next }))}
              onUndo={null}
            />
          )
        })}
        {questions.length === 0 && <p>{t('preview.empty')}</p>}
      </div>
    </aside>
  )
}

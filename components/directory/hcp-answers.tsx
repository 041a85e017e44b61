'use client'
import { IconBuildingHospital, IconClock } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { dayText } from '#src/lib/calendar.ts'
import type { AnswerDto, HcpPage } from '#src/contracts/directory-hcp.ts'
import classes from './hcp.module.css'

/** Answers as the cycle reads them: value, who said it, when, until when it counts. */
export function HcpAnswers({ hcp }: { hcp: HcpPage }) {
  const t = useTranslations('directory.hcp')
  const locale = useLocale()
  const format = useFormat()
  const { answers, cycle } = hcp
  if (!answers) return null
  const required = answers.filter((answer) => answer.required)
  const present = required.filter((answer) => answer.state !== 'ABSENT' && !answer.expired)

  function valueOf(answer: AnswerDto) {
    if (answer.state === 'ABSENT') return <span className={classes.grey}>–</span>
    if (answer.state !== 'VALUE')
      return <span className={classes.grey}>{t(`answerState.${answer.state}`)}</span>
    if (answer.option) return answer.option[locale]
    if (answer.text !== null) return answer.text
    const { number, kind, unit } = answer
    if (number === null) return '–'
    if (kind === 'BOOLEAN') return t(number === 1 ? 'yes' : 'no')
    if (kind === 'DATE') return format.day(dayText(number), 'year')
    if (kind === 'SCALE') return t('outOfTen', { value: format.number(number) })
    if (kind === 'PERCENT') return format.percent(number * 100)
    const decimals = Number.isInteger(number) ? 0 : 1
    return [format.number(number, decimals), unit].filter(Boolean).join(' ')
  }
  const sourceOf = (answer: AnswerDto) => {
    if (answer.state === 'ABSENT') return answer.required ? t('toAsk') : '–'
    if (answer.mine) return t('you')
    return answer.author ?? answer.source ?? '–'
  }
  return (
    <Section
      title={t('answers')}
      note={
        cycle
          ? t('answersNote', { present: present.length, required: required.length, cycle: cycle.name })
          : null
      }
    >
      {answers.length === 0 ? (
        <p className={classes.grey}>{t('noAnswers')}</p>
      ) : (
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('criterion')}</th>
              <th>{t('answer')}</th>
              <th data-wide>{t('source')}</th>
              <th data-right data-wide>
                {t('observed')}
              </th>
              <th data-right>{t('expires')}</th>
            </tr>
          </thead>
          <tbody>
            {answers.map((answer) => (
              <tr key={answer.criterion}>
                <td>
                  {answer.label[locale]}
                  {answer.state !== 'ABSENT' && <small className={classes.narrow}>{sourceOf(answer)}</small>}
                </td>
                <td className={answer.expired ? classes.grey : undefined}>
                  <b>{valueOf(answer)}</b>
                </td>
                <td data-wide className={classes.grey}>
                  {answer.inheritedFrom && <IconBuildingHospital size={14} stroke={1.75} aria-hidden />}{' '}
                  {sourceOf(answer)}
                  {answer.inheritedFrom && <small>{t(`inherited.${answer.inheritedFrom}`)}</small>}
                </td>
                <td data-right data-wide className={classes.grey}>
                  {answer.observedOn ? format.relativeDay(answer.observedOn, hcp.today) : '–'}
                </td>
                <td data-right>
                  {answer.expired ? (
                    <span className={classes.late}>
                      <IconClock size={14} stroke={1.9} aria-hidden />
                      {t('expired', { day: format.day(answer.expiresOn) })}
                    </span>
                  ) : (
                    <span className={classes.grey}>
                      {answer.expiresOn ? format.relativeDay(answer.expiresOn, hcp.today) : '–'}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  )
}

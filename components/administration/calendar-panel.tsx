'use client'
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { SidePanel } from '#components/ui/side-panel.tsx'
import { useRemoveAbsence } from '#src/client/administration/use-administration.ts'
import type { AbsenceDto, CalendarMember, WorkingTimeDto } from '#src/contracts/administration-calendar.ts'
import { AbsenceForm } from './absence-form.tsx'
import { HalfDays } from './half-days.tsx'
import { WorkingTimeForm } from './working-time-form.tsx'
import classes from './administration.module.css'

type Edited = { kind: 'time'; time: WorkingTimeDto | null } | { kind: 'absence'; absence: AbsenceDto | null }

/** Working times and absences of one rep. */
export function CalendarPanel({ member, onClose }: { member: CalendarMember; onClose: () => void }) {
  const t = useTranslations('administration.calendar')
  const format = useFormat()
  const remove = useRemoveAbsence()
  const [edited, setEdited] = useState<Edited | null>(null)
  const back = () => setEdited(null)
  if (edited?.kind === 'time') return <WorkingTimeForm member={member} time={edited.time} onClose={back} />
  if (edited?.kind === 'absence')
    return <AbsenceForm member={member} absence={edited.absence} onClose={back} />
  const add = (what: Edited) => (
    <Button
      variant="default"
      size="xs"
      leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
      onClick={() => setEdited(what)}
    >
      {t('add')}
    </Button>
  )
  const half = ({ startsAtNoon, endsAtNoon }: AbsenceDto) =>
    [startsAtNoon && t('fromNoon'), endsAtNoon && t('untilNoon')].filter(Boolean).join(', ')
  return (
    <SidePanel opened onClose={onClose} title={member.name} context={member.sectors.join(', ')}>
      <Section title={t('workingTimes')} actions={add({ kind: 'time', time: null })} flush>
        {member.workingTimes.length === 0 && <p className={classes.grey}>{t('noTimeWhy')}</p>}
        <ul className={classes.list}>
          {member.workingTimes.map((time) => (
            <li key={time.id}>
              <span className={classes.two}>
                <button
                  type="button"
                  className={classes.open}
                  onClick={() => setEdited({ kind: 'time', time })}
                >
                  {time.endsOn
                    ? format.dayRange(time.startsOn, time.endsOn, 'year')
                    : t('since', { day: format.day(time.startsOn, 'year') })}
                </button>
                <small>
                  {t('timeWords', {
                    share: format.percent(time.fieldShareBps),
                    pace: format.milli(time.contactsADayMilli),
                  })}
                </small>
              </span>
              <span>
                <HalfDays bits={time.halfDayBits} />
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('absences')} actions={add({ kind: 'absence', absence: null })}>
        {member.absences.length === 0 && <p className={classes.grey}>{t('noAbsence')}</p>}
        <ul className={classes.list}>
          {member.absences.map((absence) => (
            <li key={absence.id}>
              <span className={classes.two}>
                <button
                  type="button"
                  className={classes.open}
                  onClick={() => setEdited({ kind: 'absence', absence })}
                >
                  {format.dayRange(absence.startsOn, absence.endsOn)}
                </button>
                <small>{[t(`absenceKind.${absence.kind}`), half(absence)].filter(Boolean).join(' · ')}</small>
              </span>
              <ActionIcon
                aria-label={t('removeAbsence')}
                onClick={() => remove.mutate({ id: absence.id, commandId: crypto.randomUUID() })}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      </Section>
    </SidePanel>
  )
}

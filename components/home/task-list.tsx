'use client'
import { Button } from '@mantine/core'
import { IconCircleCheck, IconClock } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import type { HomeTask } from '#src/contracts/home.ts'
import { daysBetween } from '#src/lib/format/day.ts'
import classes from './home.module.css'

type Props = { tasks: readonly HomeTask[]; today: string; flush?: boolean; own?: boolean }

/** Within two days, or past: told in the colour of a risk. */
const soon = 2
/** Kinds whose whole says something: « 3/40 ». */
const ofWhole = new Set<HomeTask['kind']>(['late-plans', 'open-plans', 'approve-plans'])

/** What to do, in the order of the deadlines; only the first one calls. `own`: told to the one whose plan it is. */
export function TaskList({ tasks, today, flush = true, own = false }: Props) {
  const t = useTranslations('home')
  const format = useFormat()
  const figureOf = ({ kind, value, total }: HomeTask) => {
    // Of a checklist, what is there already: it grows as one works.
    if (kind === 'checklist' && total !== null)
      return `${format.number(total - value)}/${format.number(total)}`
    return total !== null && ofWhole.has(kind)
      ? `${format.number(value)}/${format.number(total)}`
      : format.number(value)
  }
  return (
    <Section
      title={t('toDo')}
      count={tasks.length || undefined}
      note={tasks.filter(({ dueOn }) => dueOn).length > 1 ? t('byDeadline') : null}
      flush={flush}
    >
      {tasks.length === 0 ? (
        <EmptyState icon={IconCircleCheck} title={t('nothing')}>
          {t('nothingWhy')}
        </EmptyState>
      ) : (
        <ul className={classes.tasks}>
          {tasks.map((task, index) => {
            const words = { value: task.value, total: task.total ?? 0, cycle: task.cycle?.name ?? '' }
            const names = [...task.names, ...(task.more > 0 ? [t('more', { count: task.more })] : [])].join(
              ', ',
            )
            const days = task.dueOn ? daysBetween(today, task.dueOn) : null
            return (
              <li key={`${task.kind}:${task.href}:${task.cycle?.id ?? ''}`}>
                <b className={classes.figure}>{figureOf(task)}</b>
                <span className={classes.words}>
                  <b>
                    {t(own && task.kind === 'alerts' ? 'task.alerts.own' : `task.${task.kind}.title`, words)}
                  </b>
                  <small>{t(`task.${task.kind}.detail`, { ...words, names })}</small>
                </span>
                <span className={classes.due} data-soon={(days !== null && days <= soon) || undefined}>
                  {task.dueOn && (
                    <>
                      {days !== null && days <= soon && <IconClock size={14} stroke={1.9} aria-hidden />}
                      {days !== null && days < 0
                        ? t('lateSince', { day: format.day(task.dueOn) })
                        : format.relativeDay(task.dueOn, today)}
                    </>
                  )}
                </span>
                <Button
                  component={Link}
                  href={task.href}
                  variant={index === 0 ? 'filled' : 'default'}
                  className={classes.act}
                >
                  {t(`task.${task.kind}.action`)}
                </Button>
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
}

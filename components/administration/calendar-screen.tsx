'use client'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { DataTable, type Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { useCalendar } from '#src/client/administration/use-administration.ts'
import type { CalendarMember } from '#src/contracts/administration-calendar.ts'
import { ClosedDays } from './closed-days.tsx'
import { HalfDays } from './half-days.tsx'
import { TodayContext } from './use-today.ts'
import classes from './administration.module.css'

const CalendarPanel = dynamic(() => import('./calendar-panel.tsx').then((module) => module.CalendarPanel), {
  ssr: false,
})
const loadLater = () => import('./calendar-panel.tsx')

type Props = { mayWrite: boolean; mayClose: boolean }

/** What capacity is made of: each rep's week, field share and pace, absences, weighed days of each network. */
export function CalendarScreen({ mayWrite, mayClose }: Props) {
  const t = useTranslations('administration.calendar')
  usePreload(loadLater)
  const format = useFormat()
  const { data, isError, refetch } = useCalendar()
  const [openedId, setOpenedId] = useState<string | null>(null)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={12} />
  const current = ({ workingTimes }: CalendarMember) =>
    workingTimes.find(
      ({ startsOn, endsOn }) => startsOn <= data.today && (endsOn === null || endsOn >= data.today),
    )
  const columns: Column<CalendarMember>[] = [
    {
      id: 'name',
      header: t('rep'),
      sortValue: ({ name }) => name,
      cell: (member) => (
        <span className={classes.two}>
          <b>{member.name}</b>
          <small>{member.sectors.join(', ') || t('noSector')}</small>
        </span>
      ),
    },
    {
      id: 'week',
      header: t('week'),
      cell: (member) => {
        const time = current(member)
        return time ? (
          <HalfDays bits={time.halfDayBits} />
        ) : (
          <span className={classes.grey}>{t('noTime')}</span>
        )
      },
    },
    {
      id: 'field',
      header: t('fieldShare'),
      align: 'right',
      cell: (member) => format.percent(current(member)?.fieldShareBps ?? null),
    },
    {
      id: 'pace',
      header: t('pace'),
      align: 'right',
      cell: (member) => format.milli(current(member)?.contactsADayMilli ?? null),
    },
    {
      id: 'absence',
      header: t('nextAbsence'),
      align: 'right',
      phone: false,
      cell: ({ absences }) => {
        const [next] = absences
        return next ? format.dayRange(next.startsOn, next.endsOn) : '–'
      },
    },
  ]
  const opened = data.members.find(({ memberId }) => memberId === openedId)
  return (
    <TodayContext value={data.today}>
      <Section title={t('reps')} count={data.members.length} flush>
        <DataTable
          label={t('reps')}
          columns={columns}
          rows={data.members}
          rowId={({ memberId }) => memberId}
          rowHeight={52}
          {...(mayWrite && { onOpen: ({ memberId }: CalendarMember) => setOpenedId(memberId) })}
          empty={<EmptyState title={t('noReps')}>{t('noRepsWhy')}</EmptyState>}
        />
      </Section>
      <ClosedDays calendar={data} mayWrite={mayClose} />
      {opened && <CalendarPanel member={opened} onClose={() => setOpenedId(null)} />}
    </TodayContext>
  )
}

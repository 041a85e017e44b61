'use client'
import { Button } from '@mantine/core'
import { IconCalendarOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { DataTable } from '#components/ui/data-table.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useDayCalls } from '#src/client/calls/use-calls.ts'
import type { CallDto } from '#src/contracts/calls.ts'
import { useCallColumns } from './call-columns.tsx'
import { WeekStrip } from './week-strip.tsx'
import classes from './calls.module.css'

type Props = {
  day: string
  withMember: boolean
  onDay: (day: string) => void
  onOpen: (call: CallDto) => void
  /** Absent where calls are only read. */
  onLog?: (() => void) | undefined
}

/** The calls of a day by their hours, under its week. */
export function DayList({ day, withMember, onDay, onOpen, onLog }: Props) {
  const t = useTranslations('calls')
  const { data, isError, refetch } = useDayCalls(day)
  const { columns, card } = useCallColumns({ withDay: false, withMember })
  return (
    <>
      <WeekStrip day={day} onDay={onDay} />
      {isError ? (
        <ErrorState onRetry={() => void refetch()} />
      ) : !data ? (
        <TableSkeleton rows={6} rowHeight={52} />
      ) : (
        <DataTable
          label={t('title')}
          columns={columns}
          rows={data.items}
          rowId={({ id }) => id}
          rowHeight={52}
          phoneRow={card}
          onOpen={onOpen}
          empty={
            <EmptyState
              icon={IconCalendarOff}
              title={t('empty.day')}
              action={
                onLog && (
                  <Button variant="default" onClick={onLog}>
                    {t('log')}
                  </Button>
                )
              }
            >
              {t('empty.dayWhy')}
            </EmptyState>
          }
        />
      )}
      <p className={classes.legend}>
        <span className={classes.dots}>
          <i data-kind="done" /> {t('legend.done')}
        </span>
        <span className={classes.dots}>
          <i data-kind="planned" /> {t('legend.planned')}
        </span>
        <span className={classes.dots}>
          <i data-kind="missed" /> {t('legend.missed')}
        </span>
      </p>
    </>
  )
}

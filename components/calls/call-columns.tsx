'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Column } from '#components/ui/data-table.tsx'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { useCallOptions } from '#src/client/calls/use-calls.ts'
import type { CallDto } from '#src/contracts/calls.ts'
import { OutcomeBadge } from './outcome-badge.tsx'
import { Standing } from './standing.tsx'
import classes from './calls.module.css'

/** Columns of a list of calls: of one day (hours), or of a period (days, and whose when several reps are in reach). */
export function useCallColumns(shape: { withDay: boolean; withMember: boolean }) {
  const t = useTranslations('calls.list')
  const format = useFormat()
  const { data: options } = useCallOptions()
  const { withDay, withMember } = shape
  return useMemo(() => {
    const productName = (id: string) => options?.products.find((one) => one.id === id)?.name ?? ''
    const channelName = (id: string) => options?.channels.find((one) => one.id === id)?.name ?? ''
    const reasonName = (id: string | null) => options?.reasons.find((one) => one.id === id)?.label ?? ''
    const person = (call: CallDto) => (
      <span className={classes.person}>
        {call.segment ? <SegmentSwatch rank={call.segment.rank} size="sm" /> : <span />}
        <span>
          <span className={classes.name}>{call.name}</span>
          <span className={classes.detail}>{[call.specialty, call.commune].filter(Boolean).join(' · ')}</span>
        </span>
      </span>
    )
    const standing = ({ standing: own }: CallDto) =>
      own && <Standing {...own} words={t('ofGoal', { done: String(own.done), goal: String(own.goal) })} />
    const what = (call: CallDto) =>
      call.outcome === 'REFUSED' ? reasonName(call.reasonId) : call.productIds.map(productName).join(', ')
    const columns: Column<CallDto>[] = [
      ...(withDay
        ? [{ id: 'day', header: t('day'), width: 96, cell: ({ day }: CallDto) => format.day(day) }]
        : []),
      { id: 'time', header: t('time'), width: 64, cell: ({ time }) => time ?? '–' },
      { id: 'hcp', header: t('hcp'), cell: person },
      { id: 'channel', header: t('channel'), phone: false, cell: ({ channelId }) => channelName(channelId) },
      ...(withMember
        ? [
            {
              id: 'member',
              header: t('member'),
              phone: false,
              cell: ({ member, sector }: CallDto) => (
                <>
                  {member ?? '–'}
                  <span className={classes.detail}>{sector}</span>
                </>
              ),
            },
          ]
        : [{ id: 'cycle', header: t('cycle'), phone: false, cell: standing }]),
      { id: 'products', header: t('products'), phone: false, cell: what },
      {
        id: 'outcome',
        header: t('outcome'),
        width: 120,
        cell: ({ outcome }) => <OutcomeBadge outcome={outcome} />,
      },
    ]
    const card = (call: CallDto) => (
      <div className={classes.card}>
        <span className={classes.grey}>{withDay ? format.day(call.day) : (call.time ?? '–')}</span>
        <span>
          {person(call)}
          {standing(call)}
        </span>
        <OutcomeBadge outcome={call.outcome} />
      </div>
    )
    return { columns, card }
  }, [t, format, options, withDay, withMember])
}

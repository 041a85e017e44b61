'use client'
import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { TopSlot } from '#components/layout/top-slot.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TableSkeleton } from '#components/ui/states.tsx'
import { usePhone } from '#components/ui/use-phone.ts'
import { usePreload } from '#components/ui/use-preload.ts'
import { callHref, readCallAddress, type CallAddress } from '#src/client/calls/call-address.ts'
import { useCallDays, useCallOptions } from '#src/client/calls/use-calls.ts'
import { useLogCall } from '#src/client/calls/use-log-call.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { CallDto } from '#src/contracts/calls.ts'
import { mayEver } from '#src/policy/can.ts'
import { capital } from '#src/lib/format/capital.ts'
import { CallEntry } from './call-entry.tsx'
import { DayList } from './day-list.tsx'
import { NetworkState } from './network-state.tsx'
import { RefusedCalls } from './refused-calls.tsx'
import classes from './call-form.module.css'

const HistoryList = dynamic(() => import('./history-list.tsx').then((module) => module.HistoryList), {
  ssr: false,
  loading: () => <TableSkeleton rows={10} rowHeight={52} />,
})

const CallEditor = dynamic(() => import('./call-editor.tsx').then((module) => module.CallEditor), {
  ssr: false,
})
const loadLater = () => Promise.all([import('./call-editor.tsx'), import('./history-list.tsx')])

type Props = { memberId: string; actor: Pick<Actor, 'role' | 'readOnly'> }

/** Calls: the day and its week, the past, and the entry in three taps beside them (whole screen on a phone). */
export function CallsScreen({ memberId, actor }: Props) {
  const t = useTranslations('calls')
  usePreload(loadLater)
  const format = useFormat()
  const phone = usePhone()
  const params = useSearchParams()
  const address = readCallAddress((name) => params.get(name))
  const { data: options } = useCallOptions()
  const entry = useLogCall(memberId)
  const [edited, setEdited] = useState<CallDto | null>(null)
  const mayWrite = mayEver(actor, 'calls.write')
  const today = options?.today ?? null
  const day = address.day ?? today
  const { data: counts } = useCallDays(day ?? '1970-01-01', day ?? '1970-01-01')
  const show = (next: Partial<CallAddress>) =>
    window.history.pushState(null, '', callHref({ ...address, hcpId: null, ...next }))
  const own = counts?.days[0]
  const withMember = actor.role !== 'REP'

  const form = <CallEntry entry={entry} hcpId={address.hcpId} onClose={() => show({ isLogging: false })} />
  const list = (
    <Page>
      <TopSlot>{mayWrite && <NetworkState waiting={entry.waiting.length} />}</TopSlot>
      <PageHeader
        title={t('title')}
        context={
          day &&
          `${capital(format.day(day, 'weekday'))} · ${t('context', {
            done: own?.done ?? 0,
            planned: own?.planned ?? 0,
          })}`
        }
        actions={
          <>
            <SegmentedControl
              aria-label={t('view')}
              value={address.view}
              onChange={(value) => show({ view: value === 'history' ? 'history' : 'day' })}
              data={[
                { value: 'day', label: t('views.day') },
                { value: 'history', label: t('views.history') },
              ]}
            />
            {mayWrite && phone && (
              <Button
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                onClick={() => show({ isLogging: true })}
              >
                {t('log')}
              </Button>
            )}
          </>
        }
      />
      <RefusedCalls entry={entry} />
      {address.view === 'history' ? (
        <HistoryList withMember={withMember} onOpen={setEdited} />
      ) : day ? (
        <DayList
          day={day}
          withMember={withMember}
          onDay={(next) => show({ day: next === today ? null : next })}
          onOpen={setEdited}
          onLog={mayWrite && phone ? () => show({ isLogging: true }) : undefined}
        />
      ) : (
        <TableSkeleton rows={8} rowHeight={52} />
      )}
      {edited && (
        <CallEditor key={edited.id} call={edited} mayWrite={mayWrite} onClose={() => setEdited(null)} />
      )}
    </Page>
  )
  if (!mayWrite) return list
  if (phone && address.isLogging)
    return (
      <section className={classes.focus} aria-label={t('log')}>
        <header className={classes.focusBar}>
          <ActionIcon size={44} aria-label={t('close')} onClick={() => show({ isLogging: false })}>
            <IconX size={20} stroke={1.75} aria-hidden />
          </ActionIcon>
          <div>
            <b>{t('log')}</b>
            <small>{today && capital(format.day(today, 'weekday'))}</small>
          </div>
          <NetworkState waiting={entry.waiting.length} />
        </header>
        {form}
      </section>
    )
  if (phone) return list
  return (
    <div className={classes.withForm}>
      {list}
      <aside className={classes.aside} aria-label={t('log')}>
        <h2 className={classes.sideTitle}>
          {t('log')} <span className={classes.detail}>{t('threeTaps')}</span>
        </h2>
        {form}
      </aside>
    </div>
  )
}

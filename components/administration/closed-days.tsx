'use client'
import { ActionIcon, Button, Select, SimpleGrid, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { useSaveClosedDays } from '#src/client/administration/use-administration.ts'
import type { CalendarDto, ClosedDayDto } from '#src/contracts/administration-calendar.ts'
import { addDays } from '#src/lib/calendar.ts'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'
import classes from './administration.module.css'

type Span = ClosedDayDto & { to: string }

/** Days in a row of one network with the same weight and label, as one line. */
function spansOf(days: readonly ClosedDayDto[]): Span[] {
  const spans: Span[] = []
  const last = new Map<string, Span>()
  for (const day of days) {
    const before = last.get(day.networkId)
    if (
      before &&
      before.weightBps === day.weightBps &&
      before.label === day.label &&
      addDays(before.to, 1) === day.day
    )
      before.to = day.day
    else {
      const span = { ...day, to: day.day }
      spans.push(span)
      last.set(day.networkId, span)
    }
  }
  return spans
}

const weights = [0, 2500, 5000, 7500] as const

/** Days that count less than others: a seminar, August, the bridge of a holiday. Public holidays come by themselves. */
export function ClosedDays({ calendar, mayWrite }: { calendar: CalendarDto; mayWrite: boolean }) {
  const t = useTranslations('administration.calendar')
  const format = useFormat()
  const save = useSaveClosedDays()
  const [adding, setAdding] = useState(false)
  const spans = spansOf(calendar.closedDays)
  const networkName = (id: string) => calendar.networks.find((network) => network.id === id)?.name ?? ''
  return (
    <Section
      title={t('closedDays')}
      note={t('closedDaysNote')}
      actions={
        mayWrite &&
        calendar.networks.length > 0 && (
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} stroke={1.9} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('add')}
          </Button>
        )
      }
    >
      {spans.length === 0 && <p className={classes.grey}>{t('noClosedDay')}</p>}
      <ul className={classes.list}>
        {spans.map((span) => (
          <li key={`${span.networkId}:${span.day}`}>
            <span className={classes.two}>
              <b>
                {span.day === span.to
                  ? format.day(span.day, 'year')
                  : format.dayRange(span.day, span.to, 'year')}
              </b>
              <small>{[span.label, networkName(span.networkId)].filter(Boolean).join(' · ')}</small>
            </span>
            <span className={classes.grey}>
              {span.weightBps === 0 ? t('closed') : t('weighs', { weight: format.percent(span.weightBps) })}
            </span>
            {mayWrite && (
              <ActionIcon
                aria-label={t('ordinary')}
                onClick={() =>
                  save.mutate({
                    commandId: crypto.randomUUID(),
                    networkId: span.networkId,
                    from: span.day,
                    to: span.to,
                    weightBps: null,
                    label: '',
                  })
                }
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {adding && <ClosedDayForm calendar={calendar} onClose={() => setAdding(false)} />}
    </Section>
  )
}

function ClosedDayForm({ calendar, onClose }: { calendar: CalendarDto; onClose: () => void }) {
  const t = useTranslations('administration.calendar')
  const format = useFormat()
  const save = useSaveClosedDays()
  const { draft, commandId, set } = useDraft({
    networkId: calendar.networks[0]?.id ?? '',
    from: calendar.today,
    to: calendar.today,
    weightBps: 0,
    label: '',
  })
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={t('closedDays')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() => save.mutate({ commandId, ...draft }, { onSuccess: onClose })}
    >
      <Select
        label={t('network')}
        data={calendar.networks.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.networkId}
        allowDeselect={false}
        onChange={(value) => value && set({ networkId: value })}
      />
      <SimpleGrid cols={2}>
        <TextInput
          type="date"
          label={t('firstDay')}
          required
          withAsterisk={false}
          value={draft.from}
          onChange={(event) => set({ from: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t('lastDay')}
          required
          withAsterisk={false}
          value={draft.to}
          onChange={(event) => set({ to: event.currentTarget.value })}
        />
      </SimpleGrid>
      <Select
        label={t('weight')}
        description={t('weightHelp')}
        data={weights.map((value) => ({
          value: String(value),
          label: value === 0 ? t('closed') : t('weighs', { weight: format.percent(value) }),
        }))}
        value={String(draft.weightBps)}
        allowDeselect={false}
        onChange={(value) => set({ weightBps: Number(value) })}
      />
      <TextInput
        label={t('label')}
        required
        withAsterisk={false}
        value={draft.label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
    </FormPanel>
  )
}

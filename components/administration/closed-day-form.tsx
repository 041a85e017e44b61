'use client'
import { Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFormat } from '#components/ui/format.ts'
import { useSaveClosedDays } from '#src/client/administration/use-administration.ts'
import type { CalendarDto } from '#src/contracts/administration-calendar.ts'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

const weights = [0, 2500, 5000, 7500] as const

export function ClosedDayForm({ calendar, onClose }: { calendar: CalendarDto; onClose: () => void }) {
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

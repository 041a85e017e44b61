'use client'
import { NumberInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveWorkingTime } from '#src/client/administration/use-administration.ts'
import type { CalendarMember, WorkingTimeDto } from '#src/contracts/administration-calendar.ts'
import { FormPanel } from './form-panel.tsx'
import { HalfDayFields } from './half-days.tsx'
import { PeriodFields } from './period-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { member: CalendarMember; time: WorkingTimeDto | null; onClose: () => void }

export function WorkingTimeForm({ member, time, onClose }: Props) {
  const t = useTranslations('administration.calendar')
  const today = useToday()
  const save = useSaveWorkingTime()
  const [last] = member.workingTimes
  const { draft, commandId, set } = useDraft<Omit<WorkingTimeDto, 'id'>>(
    time ?? {
      halfDayBits: last?.halfDayBits ?? 1023,
      fieldShareBps: last?.fieldShareBps ?? 8000,
      contactsADayMilli: last?.contactsADayMilli ?? 6000,
      startsOn: today,
      endsOn: null,
    },
  )
  const { halfDayBits, fieldShareBps, contactsADayMilli, startsOn, endsOn } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={t('workingTime')}
      context={member.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          {
            id: time?.id ?? null,
            commandId,
            memberId: member.memberId,
            halfDayBits,
            fieldShareBps,
            contactsADayMilli,
            startsOn,
            endsOn,
          },
          { onSuccess: onClose },
        )
      }
    >
      <HalfDayFields bits={halfDayBits} onChange={(bits) => set({ halfDayBits: bits })} />
      <NumberInput
        label={t('fieldShare')}
        description={t('fieldShareHelp')}
        suffix=" %"
        min={0}
        max={100}
        value={fieldShareBps / 100}
        onChange={(value) => set({ fieldShareBps: Math.round(Number(value) * 100) })}
      />
      <NumberInput
        label={t('pace')}
        description={t('paceHelp')}
        min={0}
        max={60}
        decimalScale={2}
        decimalSeparator=","
        value={contactsADayMilli / 1000}
        onChange={(value) => set({ contactsADayMilli: Math.round(Number(value) * 1000) })}
      />
      <PeriodFields period={draft} onChange={set} />
    </FormPanel>
  )
}

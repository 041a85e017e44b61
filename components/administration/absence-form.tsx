'use client'
import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveAbsence } from '#src/client/administration/use-administration.ts'
import type { AbsenceDto, CalendarMember } from '#src/contracts/administration-calendar.ts'
import { absenceKinds } from '#src/contracts/words.ts'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { member: CalendarMember; absence: AbsenceDto | null; onClose: () => void }

export function AbsenceForm({ member, absence, onClose }: Props) {
  const t = useTranslations('administration.calendar')
  const today = useToday()
  const save = useSaveAbsence()
  const { draft, commandId, set } = useDraft<Omit<AbsenceDto, 'id'>>(
    absence ?? { kind: 'LEAVE', startsOn: today, startsAtNoon: false, endsOn: today, endsAtNoon: false },
  )
  const { kind, startsOn, startsAtNoon, endsOn, endsAtNoon } = draft
  const day = (key: 'startsOn' | 'endsOn', label: string) => (
    <TextInput
      type="date"
      label={label}
      required
      withAsterisk={false}
      value={draft[key]}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  )
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={t('absence')}
      context={member.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          {
            id: absence?.id ?? null,
            commandId,
            memberId: member.memberId,
            kind,
            startsOn,
            startsAtNoon,
            endsOn,
            endsAtNoon,
          },
          { onSuccess: onClose },
        )
      }
    >
      <Select
        label={t('cause')}
        data={absenceKinds.map((value) => ({ value, label: t(`absenceKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => set({ kind: absenceKinds.find((one) => one === value) ?? 'OTHER' })}
      />
      <SimpleGrid cols={2}>
        {day('startsOn', t('firstDay'))}
        {day('endsOn', t('lastDay'))}
        <Checkbox
          size="sm"
          label={t('fromNoon')}
          checked={startsAtNoon}
          onChange={(event) => set({ startsAtNoon: event.currentTarget.checked })}
        />
        <Checkbox
          size="sm"
          label={t('untilNoon')}
          checked={endsAtNoon}
          onChange={(event) => set({ endsAtNoon: event.currentTarget.checked })}
        />
      </SimpleGrid>
    </FormPanel>
  )
}

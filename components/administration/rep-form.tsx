'use client'
import { NumberInput, Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFieldPeople, useSaveRep } from '#src/client/administration/use-administration.ts'
import type { RepAssignmentDto, SaveRepInput, SectorDto } from '#src/contracts/administration-territory.ts'
import { repKinds } from '#src/contracts/words.ts'
import { FormPanel } from './form-panel.tsx'
import { PeriodFields } from './period-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { sector: SectorDto; assignment: RepAssignmentDto | null; onClose: () => void }
type Draft = Omit<SaveRepInput, 'id' | 'commandId' | 'sectorId'>

export function RepForm({ sector, assignment, onClose }: Props) {
  const t = useTranslations('administration.territory')
  const today = useToday()
  const people = useFieldPeople(true)
  const save = useSaveRep()
  const { draft, commandId, set } = useDraft<Draft>(
    assignment ?? {
      memberId: '',
      kind: sector.vacant ? 'LEAD' : 'MEMBER',
      shareBps: 10_000,
      startsOn: today,
      endsOn: null,
    },
  )
  const { memberId, kind, shareBps, startsOn, endsOn } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={assignment?.name ?? t('assignRep')}
      context={sector.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          {
            id: assignment?.id ?? null,
            commandId,
            sectorId: sector.id,
            memberId,
            kind,
            shareBps,
            startsOn,
            endsOn,
          },
          { onSuccess: onClose },
        )
      }
    >
      {!assignment && (
        <Select
          label={t('rep')}
          data={(people.data?.items ?? [])
            .filter(({ role }) => role === 'REP')
            .map(({ id, name }) => ({ value: id, label: name }))}
          value={memberId || null}
          searchable
          required
          withAsterisk={false}
          onChange={(value) => set({ memberId: value ?? '' })}
        />
      )}
      <Select
        label={t('kind')}
        description={t('kindHelp')}
        data={repKinds.map((value) => ({ value, label: t(`repKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => set({ kind: repKinds.find((one) => one === value) ?? 'MEMBER' })}
      />
      <NumberInput
        label={t('share')}
        description={t('shareHelp')}
        suffix=" %"
        min={0}
        max={100}
        value={shareBps / 100}
        onChange={(value) => set({ shareBps: Math.round(Number(value) * 100) })}
      />
      <PeriodFields period={draft} onChange={set} />
    </FormPanel>
  )
}

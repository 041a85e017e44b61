'use client'
import { Select } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useFieldPeople, useSaveManager } from '#src/client/administration/use-administration.ts'
import type {
  ManagerAssignmentDto,
  RegionDto,
  SaveManagerInput,
} from '#src/contracts/administration-territory.ts'
import { managerKinds } from '#src/contracts/words.ts'
import { FormPanel } from './form-panel.tsx'
import { PeriodFields } from './period-fields.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { region: RegionDto; assignment: ManagerAssignmentDto | null; onClose: () => void }
type Draft = Omit<SaveManagerInput, 'id' | 'commandId' | 'regionId'>

export function ManagerForm({ region, assignment, onClose }: Props) {
  const t = useTranslations('administration.territory')
  const today = useToday()
  const people = useFieldPeople(true)
  const save = useSaveManager()
  const { draft, commandId, set } = useDraft<Draft>(
    assignment ?? { memberId: '', kind: 'MANAGER', startsOn: today, endsOn: null },
  )
  const { memberId, kind, startsOn, endsOn } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={assignment?.name ?? t('assignManager')}
      context={region.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: assignment?.id ?? null, commandId, regionId: region.id, memberId, kind, startsOn, endsOn },
          { onSuccess: onClose },
        )
      }
    >
      {!assignment && (
        <Select
          label={t('manager')}
          data={(people.data?.items ?? [])
            .filter(({ role }) => role === 'MANAGER')
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
        data={managerKinds.map((value) => ({ value, label: t(`managerKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => set({ kind: value === 'DELEGATE' ? 'DELEGATE' : 'MANAGER' })}
      />
      <PeriodFields period={draft} onChange={set} />
    </FormPanel>
  )
}

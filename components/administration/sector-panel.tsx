'use client'
import { Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { useSaveSector } from '#src/client/administration/use-administration.ts'
import type {
  NetworkDto,
  RepAssignmentDto,
  SaveSectorInput,
  SectorDto,
} from '#src/contracts/administration-territory.ts'
import { holidayZoneCodes, timeZoneNames } from '#src/contracts/words.ts'
import { AssignmentList } from './assignment-list.tsx'
import { FormPanel } from './form-panel.tsx'
import { PeriodFields } from './period-fields.tsx'
import { RepForm } from './rep-form.tsx'
import { useDraft } from './use-draft.ts'
import { useToday } from './use-today.ts'

type Props = { network: NetworkDto; sector: SectorDto | null; onClose: () => void }
type Draft = Omit<SaveSectorInput, 'id' | 'commandId'>

export function SectorPanel({ network, sector, onClose }: Props) {
  const t = useTranslations('administration.territory')
  const format = useFormat()
  const today = useToday()
  const save = useSaveSector()
  const [edited, setEdited] = useState<RepAssignmentDto | 'new' | null>(null)
  const { draft, commandId, set } = useDraft<Draft>({
    regionId: sector?.regionId ?? network.regions[0]?.id ?? '',
    code: sector?.code ?? '',
    name: sector?.name ?? '',
    holidayZone: sector?.holidayZone ?? 'METROPOLE',
    timeZone: timeZoneNames.find((zone) => zone === sector?.timeZone) ?? 'Europe/Paris',
    startsOn: sector?.startsOn ?? today,
    endsOn: sector?.endsOn ?? null,
  })
  if (sector && edited)
    return (
      <RepForm
        sector={sector}
        assignment={edited === 'new' ? null : edited}
        onClose={() => setEdited(null)}
      />
    )
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={sector?.name ?? t('addSector')}
      context={sector ? t('bricks', { bricks: sector.bricks, communes: sector.communes }) : network.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() => save.mutate({ id: sector?.id ?? null, commandId, ...draft }, { onSuccess: onClose })}
      more={
        sector && (
          <AssignmentList
            title={t('reps')}
            kind="REP"
            rows={sector.reps.map((row) => ({
              ...row,
              words: `${t(`repKind.${row.kind}`)} · ${format.percent(row.shareBps)}`,
            }))}
            onAdd={() => setEdited('new')}
            onEdit={(id) => setEdited(sector.reps.find((row) => row.id === id) ?? null)}
          />
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        value={draft.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('code')}
        required
        withAsterisk={false}
        value={draft.code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <Select
        label={t('region')}
        data={network.regions.map(({ id, name }) => ({ value: id, label: name }))}
        value={draft.regionId}
        allowDeselect={false}
        onChange={(value) => value && set({ regionId: value })}
      />
      <Select
        label={t('zone')}
        description={t('zoneHelp')}
        data={holidayZoneCodes.map((value) => ({ value, label: t(`zones.${value}`) }))}
        value={draft.holidayZone}
        allowDeselect={false}
        onChange={(value) =>
          set({ holidayZone: holidayZoneCodes.find((zone) => zone === value) ?? 'METROPOLE' })
        }
      />
      <Select
        label={t('timeZone')}
        data={[...timeZoneNames]}
        value={draft.timeZone}
        allowDeselect={false}
        onChange={(value) =>
          set({ timeZone: timeZoneNames.find((zone) => zone === value) ?? 'Europe/Paris' })
        }
      />
      <PeriodFields period={draft} onChange={set} />
    </FormPanel>
  )
}

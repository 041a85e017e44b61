'use client'
import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useSaveRegion } from '#src/client/administration/use-administration.ts'
import type { ManagerAssignmentDto, NetworkDto, RegionDto } from '#src/contracts/administration-territory.ts'
import { AssignmentList } from './assignment-list.tsx'
import { FormPanel } from './form-panel.tsx'
import { ManagerForm } from './manager-form.tsx'
import { useDraft } from './use-draft.ts'

type Props = { network: NetworkDto; region: RegionDto | null; onClose: () => void }

export function RegionPanel({ network, region, onClose }: Props) {
  const t = useTranslations('administration.territory')
  const save = useSaveRegion()
  const { draft, commandId, set } = useDraft({ code: region?.code ?? '', name: region?.name ?? '' })
  const [edited, setEdited] = useState<ManagerAssignmentDto | 'new' | null>(null)
  if (region && edited)
    return (
      <ManagerForm
        region={region}
        assignment={edited === 'new' ? null : edited}
        onClose={() => setEdited(null)}
      />
    )
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={region?.name ?? t('addRegion')}
      context={network.name}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: region?.id ?? null, commandId, networkId: network.id, ...draft },
          { onSuccess: onClose },
        )
      }
      more={
        region && (
          <AssignmentList
            title={t('managers')}
            kind="MANAGER"
            rows={region.managers.map((row) => ({ ...row, words: t(`managerKind.${row.kind}`) }))}
            onAdd={() => setEdited('new')}
            onEdit={(id) => setEdited(region.managers.find((row) => row.id === id) ?? null)}
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
    </FormPanel>
  )
}

'use client'
import { NumberInput, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveNetwork } from '#src/client/administration/use-administration.ts'
import type { NetworkDto } from '#src/contracts/administration-territory.ts'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

const blank = { code: '', name: '', contactCapShareBps: 10_000, sharedHcpPriority: 1 }

export function NetworkForm({ network, onClose }: { network: NetworkDto | null; onClose: () => void }) {
  const t = useTranslations('administration.territory')
  const save = useSaveNetwork()
  const { draft, commandId, set } = useDraft(network ?? blank)
  const { code, name, contactCapShareBps, sharedHcpPriority } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={network?.name ?? t('addNetwork')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: network?.id ?? null, commandId, code, name, contactCapShareBps, sharedHcpPriority },
          { onSuccess: onClose },
        )
      }
    >
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        label={t('code')}
        required
        withAsterisk={false}
        value={code}
        onChange={(event) => set({ code: event.currentTarget.value })}
      />
      <NumberInput
        label={t('capShare')}
        description={t('capShareHelp')}
        suffix=" %"
        min={0}
        max={100}
        value={contactCapShareBps / 100}
        onChange={(value) => set({ contactCapShareBps: Math.round(Number(value) * 100) })}
      />
      <NumberInput
        label={t('priority')}
        description={t('priorityHelp')}
        min={1}
        max={99}
        allowDecimal={false}
        value={sharedHcpPriority}
        onChange={(value) => set({ sharedHcpPriority: Number(value) || 1 })}
      />
    </FormPanel>
  )
}

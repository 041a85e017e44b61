'use client'
import { Select, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveChannel } from '#src/client/administration/use-administration.ts'
import type { ChannelDto } from '#src/contracts/administration-portfolio.ts'
import { channelKinds } from '#src/contracts/words.ts'
import { CodeField } from './code-field.tsx'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

type Draft = Omit<ChannelDto, 'id'>
const blank: Draft = { code: '', name: '', kind: 'VISIT', needsConsent: false, active: true }

export function ChannelForm({ channel, onClose }: { channel: ChannelDto | null; onClose: () => void }) {
  const t = useTranslations('administration.portfolio')
  const save = useSaveChannel()
  const { draft, commandId, set } = useDraft<Draft>(channel ?? blank)
  const { code, name, kind, needsConsent, active } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={channel?.name ?? t('channel.add')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: channel?.id ?? null, commandId, code, name, kind, needsConsent, active },
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
      <CodeField code={code} fixed={channel !== null} onChange={(value) => set({ code: value })} />
      <Select
        label={t('kind')}
        data={channelKinds.map((value) => ({ value, label: t(`channelKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        readOnly={channel !== null}
        onChange={(value) => set({ kind: channelKinds.find((one) => one === value) ?? 'VISIT' })}
      />
      <Switch
        label={t('needsConsent')}
        description={t('needsConsentHelp')}
        checked={needsConsent}
        onChange={(event) => set({ needsConsent: event.currentTarget.checked })}
      />
      <Switch
        label={t('active')}
        description={t('activeHelp')}
        checked={active}
        onChange={(event) => set({ active: event.currentTarget.checked })}
      />
    </FormPanel>
  )
}

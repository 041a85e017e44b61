'use client'
import { MultiSelect, Switch, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveReason } from '#src/client/administration/use-administration.ts'
import type { ReasonDto } from '#src/contracts/administration-portfolio.ts'
import { reasonUses } from '#src/contracts/words.ts'
import { CodeField } from './code-field.tsx'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

type Draft = Omit<ReasonDto, 'id'>
const blank: Draft = { code: '', labels: { fr: '', en: '' }, usedFor: ['CHANGE'], active: true }

export function ReasonForm({ reason, onClose }: { reason: ReasonDto | null; onClose: () => void }) {
  const t = useTranslations('administration.portfolio')
  const save = useSaveReason()
  const { draft, commandId, set } = useDraft<Draft>(reason ?? blank)
  const { code, labels, usedFor, active } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={reason?.labels.fr ?? t('reason.add')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate(
          { id: reason?.id ?? null, commandId, code, labels, usedFor, active },
          { onSuccess: onClose },
        )
      }
    >
      <TextInput
        label={t('labelFr')}
        required
        withAsterisk={false}
        value={labels.fr}
        onChange={(event) => set({ labels: { ...labels, fr: event.currentTarget.value } })}
      />
      <TextInput
        label={t('labelEn')}
        required
        withAsterisk={false}
        value={labels.en}
        onChange={(event) => set({ labels: { ...labels, en: event.currentTarget.value } })}
      />
      <CodeField code={code} fixed={reason !== null} onChange={(value) => set({ code: value })} />
      <MultiSelect
        label={t('usedFor')}
        data={reasonUses.map((value) => ({ value, label: t(`use.${value}`) }))}
        value={usedFor}
        onChange={(value) => set({ usedFor: reasonUses.filter((use) => value.includes(use)) })}
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

'use client'
import { Select, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useSaveSource } from '#src/client/administration/use-administration.ts'
import type { SourceDto } from '#src/contracts/administration-portfolio.ts'
import { sourceKinds } from '#src/contracts/words.ts'
import { CodeField } from './code-field.tsx'
import { FormPanel } from './form-panel.tsx'
import { useDraft } from './use-draft.ts'

type Draft = Omit<SourceDto, 'id'>
const blank: Draft = { code: '', label: '', kind: 'EXTERNAL' }

export function SourceForm({ source, onClose }: { source: SourceDto | null; onClose: () => void }) {
  const t = useTranslations('administration.portfolio')
  const save = useSaveSource()
  const { draft, commandId, set } = useDraft<Draft>(source ?? blank)
  const { code, label, kind } = draft
  return (
    <FormPanel
      opened
      onClose={onClose}
      title={source?.label ?? t('source.add')}
      error={save.error}
      busy={save.isPending}
      onSubmit={() =>
        save.mutate({ id: source?.id ?? null, commandId, code, label, kind }, { onSuccess: onClose })
      }
    >
      <TextInput
        label={t('name')}
        required
        withAsterisk={false}
        value={label}
        onChange={(event) => set({ label: event.currentTarget.value })}
      />
      <CodeField code={code} fixed={source !== null} onChange={(value) => set({ code: value })} />
      <Select
        label={t('kind')}
        data={sourceKinds.map((value) => ({ value, label: t(`sourceKind.${value}`) }))}
        value={kind}
        allowDeselect={false}
        onChange={(value) => set({ kind: sourceKinds.find((one) => one === value) ?? 'EXTERNAL' })}
      />
    </FormPanel>
  )
}

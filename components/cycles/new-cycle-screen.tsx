'use client'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { LateSelect } from '#components/ui/late-select.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { api } from '#src/client/api.ts'
import { blankDraft, settingsOf } from '#src/client/cycles/settings-draft.ts'
import { useCycleCommands, useCycleOptions } from '#src/client/cycles/use-cycles.ts'
import { useRefusal } from '#src/client/refusal.ts'
import { CycleSettingsForm } from './cycle-settings-form.tsx'

export function NewCycleScreen() {
  const t = useTranslations('cycles')
  const router = useRouter()
  const problemOf = useRefusal()
  const { data: options, isError, refetch } = useCycleOptions()
  const { data: shell } = useQuery(api.cycles.shell.queryOptions())
  const { create } = useCycleCommands()
  const [copyFromId, setCopyFromId] = useState<string | null>(null)
  return (
    <Page>
      <PageHeader title={t('new')} sentence={t('newSentence')} />
      {isError && <ErrorState onRetry={() => void refetch()} />}
      {!options && !isError && <TableSkeleton rows={6} />}
      {options && (
        <CycleSettingsForm
          initial={blankDraft(options)}
          options={options}
          submit={t('create')}
          busy={create.isPending}
          problem={create.error && problemOf(create.error)}
          onCancel={() => router.push('/cycles')}
          onSubmit={(draft, commandId) =>
            create.mutate(
              { commandId, copyFromId, settings: settingsOf(draft, null) },
              { onSuccess: ({ id }) => router.push(`/cycles/${id}`) },
            )
          }
          extra={
            <LateSelect
              label={t('copyFrom')}
              description={t('copyFromHelp')}
              placeholder={t('copyNothing')}
              clearable
              data={(shell?.cycles ?? []).map(({ id, name }) => ({ value: id, label: name }))}
              value={copyFromId}
              onChange={setCopyFromId}
            />
          }
        />
      )}
    </Page>
  )
}

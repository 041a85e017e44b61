'use client'
import { Alert } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { useUndoToast } from '#components/ui/undo-toast.tsx'
import { usePreload } from '#components/ui/use-preload.ts'
import { blankCriterion, questionOf } from '#src/client/qualification/criterion-draft.ts'
import { useCriteria, useCriteriaCommands } from '#src/client/qualification/use-criteria.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { CriteriaDto, CriterionDto } from '#src/contracts/qualification.ts'
import { CriteriaList } from './criteria-list.tsx'
import { FormPreview } from './form-preview.tsx'
import classes from './criteria.module.css'

const CriterionEditor = dynamic(
  () => import('./criterion-editor.tsx').then((module) => module.CriterionEditor),
  { ssr: false },
)
const loadLater = () => import('./criterion-editor.tsx')

type Props = { cycleId: string; canWrite: boolean }

function Builder({ cycleId, canWrite, data }: Props & { data: CriteriaDto }) {
  const t = useTranslations('qualification.criterion')
  usePreload(loadLater)
  const locale = useLocale()
  const problemOf = useRefusal()
  const undo = useUndoToast()
  const { save, arrange, refresh } = useCriteriaCommands(cycleId)
  const [draft, setDraft] = useState<CriterionDto | null>(null)
  const [version, setVersion] = useState(data.version)
  const editable = canWrite && data.editable
  const isKnown = (code: string) => [...data.criteria, ...data.library].some((one) => one.code === code)
  // The version read when the editor opened: a save over somebody else's is refused, and says so.
  const edit = (criterion: CriterionDto) => {
    save.reset()
    setVersion(data.version)
    setDraft(criterion)
  }
  const command = (codes: string[]) =>
    arrange.mutate({ id: cycleId, commandId: crypto.randomUUID(), version: data.version, codes })
  const remove = (criterion: CriterionDto) => {
    command(data.criteria.filter(({ code }) => code !== criterion.code).map(({ code }) => code))
    undo(t('removed', { name: criterion.labels[locale] }), () => void restore(criterion))
  }
  async function restore(criterion: CriterionDto) {
    const order = data.criteria.map(({ code }) => code)
    const saved = await save.mutateAsync({
      id: cycleId,
      commandId: crypto.randomUUID(),
      version: data.version + 1,
      criterion,
    })
    arrange.mutate({ id: cycleId, commandId: crypto.randomUUID(), version: saved.version, codes: order })
  }
  const field = data.sources.filter(({ kind }) => kind === 'FIELD').map(({ code }) => code)
  const shown = draft
    ? data.criteria.some(({ code }) => code === draft.code)
      ? data.criteria.map((one) => (one.code === draft.code ? draft : one))
      : [...data.criteria, draft]
    : data.criteria
  const conflicted = problemOf(save.error ?? arrange.error).code === 'CONFLICT'
  return (
    <div className={classes.builder}>
      <div>
        {!data.editable && <p className={classes.frozen}>{t('frozen')}</p>}
        {arrange.error && (
          <Alert color="red" mb="sm">
            {problemOf(arrange.error).message}
          </Alert>
        )}
        <CriteriaList
          data={data}
          editable={editable}
          editing={draft ? draft.code : null}
          onEdit={edit}
          onNew={() => edit(blankCriterion(data))}
          onArrange={command}
          onRemove={remove}
          editor={
            draft && (
              <CriterionEditor
                draft={draft}
                onChange={setDraft}
                known={isKnown(draft.code) && !isTypingCode(draft, data)}
                sources={data.sources}
                busy={save.isPending}
                problem={save.error && problemOf(save.error)}
                onCancel={() => setDraft(null)}
                onSave={(criterion) => {
                  if (conflicted) void refresh()
                  save.mutate(
                    { id: cycleId, commandId: crypto.randomUUID(), version, criterion },
                    { onSuccess: () => setDraft(null) },
                  )
                }}
              />
            )
          }
        />
      </div>
      <FormPreview questions={shown.map((criterion) => questionOf(criterion, field))} />
    </div>
  )
}

/** A new criterion whose code happens to be typed like another's is still new. */
const isTypingCode = (draft: CriterionDto, data: CriteriaDto) =>
  ![...data.criteria, ...data.library].some(({ code, kind }) => code === draft.code && kind === draft.kind)

/** The questions that the field is asked, with the form that they make. */
export function CriteriaBuilder(props: Props) {
  const { data, isError, refetch } = useCriteria(props.cycleId)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!data) return <TableSkeleton rows={5} rowHeight={64} />
  return <Builder {...props} data={data} />
}

'use client'
import { Alert, Button, Radio, TextInput } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { FileDrop } from '#components/ui/file-drop.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { TaskProgress } from '#components/ui/task-progress.tsx'
import { useImportOptions, useUpload } from '#src/client/imports/use-imports.ts'
import { useRefusal } from '#src/client/refusal.ts'
import { importKinds, maxUploadBytes, type ImportKind } from '#src/contracts/import-columns.ts'
import type { ImportOptions } from '#src/contracts/imports.ts'
import { FileFormat } from './file-format.tsx'
import { SourceField } from './source-field.tsx'
import classes from './imports.module.css'

const megabyte = 1024 * 1024
const withSource = (kind: ImportKind) => kind === 'OBSERVATION' || kind === 'CALL'
const withStart = (kind: ImportKind) => kind === 'TERRITORY' || kind === 'HCP'

/** What the file is, what goes with it, and the file. */
export function NewImportScreen({ kind: first }: { kind: ImportKind }) {
  const t = useTranslations('imports')
  const format = useFormat()
  const router = useRouter()
  const problemOf = useRefusal()
  const choices = useImportOptions()
  const [kind, setKind] = useState(first)
  const [source, setSource] = useState('')
  const [startsOn, setStartsOn] = useState('')
  const [completeThrough, setCompleteThrough] = useState('')
  const [sent, setSent] = useState(0)
  const [size, setSize] = useState(0)
  const upload = useUpload(setSent)
  const needsSource = kind === 'CALL' && source.trim() === ''
  const today = choices.data?.today ?? ''

  function choose(next: string) {
    const known = importKinds.find((one) => one === next)
    if (!known) return
    setKind(known)
    window.history.replaceState(null, '', `/imports/nouveau?kind=${known}`)
  }
  function send(file: File) {
    const options: ImportOptions = { kind }
    if (withSource(kind) && source.trim()) options.source = source.trim()
    if (withStart(kind) && startsOn) options.startsOn = startsOn
    if (kind === 'CALL' && completeThrough) options.completeThrough = completeThrough
    setSent(0)
    setSize(file.size)
    upload.mutate({ file, options }, { onSuccess: ({ id }) => router.push(`/imports/${id}`) })
  }

  return (
    <Page>
      <PageHeader
        title={t('form.title')}
        sentence={t('form.sentence')}
        actions={
          <Button
            component={Link}
            href="/imports"
            variant="default"
            leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />}
          >
            {t('form.back')}
          </Button>
        }
      />
      <div className={classes.form}>
        <div className={classes.fields}>
          <Radio.Group label={t('form.kind')} value={kind} onChange={choose}>
            <div className={classes.kinds}>
              {importKinds.map((one) => (
                <Radio.Card key={one} value={one} className={classes.kind}>
                  <b>{t(`kinds.${one}.name`)}</b>
                  <span className={classes.grey}>{t(`kinds.${one}.what`)}</span>
                </Radio.Card>
              ))}
            </div>
          </Radio.Group>
          {withSource(kind) && (
            <SourceField
              label={t('form.source')}
              description={t(`form.sourceHelp.${kind === 'CALL' ? 'CALL' : 'OBSERVATION'}`)}
              data={choices.data?.sources.map(({ code }) => code) ?? []}
              value={source}
              onChange={setSource}
              required={kind === 'CALL'}
            />
          )}
          {withStart(kind) && (
            <TextInput
              type="date"
              label={t('form.startsOn')}
              description={t(`form.startsOnHelp.${kind === 'HCP' ? 'HCP' : 'TERRITORY'}`)}
              value={startsOn || today}
              onChange={(event) => setStartsOn(event.currentTarget.value)}
              maw={320}
            />
          )}
          {kind === 'CALL' && (
            <TextInput
              type="date"
              label={t('form.completeThrough')}
              description={t('form.completeThroughHelp')}
              value={completeThrough}
              max={today}
              onChange={(event) => setCompleteThrough(event.currentTarget.value)}
              maw={320}
            />
          )}
          {upload.isPending || upload.isSuccess ? (
            <TaskProgress
              title={t('form.sending')}
              done={Math.round((sent * size) / 1024)}
              total={Math.max(Math.round(size / 1024), 1)}
              unit="ko"
            />
          ) : (
            <FileDrop
              onFile={send}
              accepted={['.csv', '.txt']}
              maxBytes={maxUploadBytes}
              disabled={needsSource}
            >
              {needsSource
                ? t('form.sourceNeeded')
                : t('form.accepts', { size: format.number(maxUploadBytes / megabyte) })}
            </FileDrop>
          )}
          {upload.isError && <Alert color="red">{problemOf(upload.error).message}</Alert>}
        </div>
        <FileFormat kind={kind} />
      </div>
    </Page>
  )
}

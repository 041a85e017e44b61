'use client'
import { Button, Skeleton } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Moment } from '#components/ui/moment.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import { TaskProgress } from '#components/ui/task-progress.tsx'
import { isAtWork } from '#src/client/imports/import-pages.ts'
import { useImport } from '#src/client/imports/use-imports.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { ImportDto } from '#src/contracts/imports.ts'
import { mayEver } from '#src/policy/can.ts'
import { ImportErrors } from './import-errors.tsx'
import { ImportFindings } from './import-findings.tsx'
import { ImportStateBadge } from './import-state.tsx'
import { ImportVerdict } from './import-verdict.tsx'
import classes from './imports.module.css'

const signs = { ';': 'semicolon', ',': 'comma', '\t': 'tab', '|': 'pipe' } as const

function Context({ found }: { found: ImportDto }) {
  const t = useTranslations('imports')
  const format = useFormat()
  const sign = signs[found.delimiter as keyof typeof signs]
  const size =
    found.bytes < 1_000_000
      ? `${format.number(Math.ceil(found.bytes / 1000))} ko`
      : `${format.number(found.bytes / 1e6, 1)} Mo`
  const dated = found.kind === 'TERRITORY' || found.kind === 'HCP'
  const parts = [
    t('detail.context', { kind: t(`kinds.${found.kind}.name`), size, by: found.createdBy }),
    ...(sign
      ? [
          t('detail.encoding', {
            encoding: found.encoding.toUpperCase(),
            delimiter: t(`detail.delimiters.${sign}`),
          }),
        ]
      : []),
    ...(dated ? [t('detail.startsOn', { day: format.day(found.startsOn, 'year') })] : []),
    ...(found.source ? [t('detail.source', { source: found.source.code })] : []),
    ...(found.completeThrough
      ? [t('detail.completeThrough', { day: format.day(found.completeThrough, 'year') })]
      : []),
  ]
  return (
    <span className={classes.line}>
      <Moment at={found.createdAt} />
      <span>{parts.join(' · ')}</span>
    </span>
  )
}

function Work({ found }: { found: ImportDto }) {
  const t = useTranslations('imports')
  const { progress, state } = found
  const phase = progress?.phase ?? 'WAIT'
  const title = t(state === 'APPLYING' ? 'detail.progressApply' : 'detail.progressCheck')
  return (
    <TaskProgress
      title={`${title} · ${t(`phases.${phase}`)}`}
      done={progress?.done ?? 0}
      total={progress && phase === 'READ' ? Math.max(progress.total, 1) : null}
      unit={t('lines')}
    />
  )
}

/** One file: how far it is, what it would do or did, what is wrong with it, and the button that goes on. */
export function ImportScreen({ id, actor }: { id: string; actor: Pick<Actor, 'role' | 'readOnly'> }) {
  const mayWrite = mayEver(actor, 'imports.write')
  const t = useTranslations('imports')
  const query = useImport(id)
  const found = query.data
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} />
  if (!found)
    return (
      <Page>
        <Skeleton h={32} w="40%" mb={16} />
        <Skeleton h={120} />
      </Page>
    )
  return (
    <Page>
      <PageHeader
        title={found.name || t(`kinds.${found.kind}.name`)}
        badge={<ImportStateBadge found={found} soft />}
        context={<Context found={found} />}
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
      {isAtWork(found) ? <Work found={found} /> : <ImportVerdict found={found} mayWrite={mayWrite} />}
      {found.counts && !found.blocked && !isAtWork(found) && (
        <ImportFindings found={found} counts={found.counts} />
      )}
      {found.state === 'CHECKED' && (found.counts?.errors ?? 0) > 0 && <ImportErrors found={found} />}
    </Page>
  )
}

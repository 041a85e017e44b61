'use client'
import { Alert, Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconLock, IconUsers } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { TaskProgress } from '#components/ui/task-progress.tsx'
import { useFormat } from '#components/ui/format.ts'
import { useRefusal, type Problem } from '#src/client/refusal.ts'
import type { SegmentationRun, StudioDto } from '#src/contracts/segmentation.ts'
import { ORPCError } from '@orpc/client'
import type { StudioWork } from './use-studio-work.ts'
import type { StudioWords } from './studio-words.ts'
import classes from './studio.module.css'

// Mantine's own variables are not in React's type of a style.
const risk = { '--alert-bg': 'var(--risk-soft)', '--alert-color': 'var(--risk-ink)' } as CSSProperties

type Props = {
  studio: StudioDto
  work: StudioWork
  mayWrite: boolean
  run: SegmentationRun | null
  problem: Problem | null
  words: StudioWords
  onAttempt: (act: () => Promise<unknown>, done?: string) => void
}

/** What stands between the work and the official run: a run under way, a refusal, somebody else's save, settings that do not hold. */
export function StudioNotices({ studio, work, mayWrite, run, problem, words, onAttempt }: Props) {
  const t = useTranslations('segmentation')
  const format = useFormat()
  const problemOf = useRefusal()
  const { conflict, isRunning } = work
  const problems = work.whatIf.preview?.problems ?? []
  // A failed run's reason is read as the refusal that it was.
  const failure =
    run?.state === 'FAILED' && run.error
      ? problemOf(new ORPCError('REFUSED', { data: { ...run.error, items: [] } }))
      : null
  return (
    <div className={classes.notices}>
      {!studio.editable && (
        <Alert variant="light" color="gray" icon={<IconLock size={18} stroke={1.75} />}>
          {t('frozen')}
        </Alert>
      )}
      {studio.editable && !mayWrite && (
        <Alert variant="light" color="gray" icon={<IconLock size={18} stroke={1.75} />}>
          {t('readOnly')}
        </Alert>
      )}
      {run && isRunning && (
        <TaskProgress
          title={t(run.state === 'QUEUED' ? 'run.queued' : 'run.running')}
          done={run.done}
          total={run.total > 0 ? run.total : null}
          unit={t('run.unit')}
          onInterrupt={() => onAttempt(work.interrupt, t('run.cancelled'))}
        />
      )}
      {failure && run && (
        <Alert variant="light" color="red" icon={<IconAlertTriangle size={18} stroke={1.75} />}>
          {t('run.failed', { at: format.instant(run.endedAt ?? run.askedAt, 'long') })} {failure.message}
        </Alert>
      )}
      {conflict && (
        <Alert
          variant="light"
          style={risk}
          icon={<IconUsers size={18} stroke={1.75} />}
          title={t('conflict.title', { by: conflict.by, at: format.instant(conflict.at, 'long') })}
        >
          {t('conflict.body')}
          <Group gap="xs" mt="xs">
            <Button size="sm" variant="default" onClick={work.takeTheirs}>
              {t('conflict.theirs')}
            </Button>
            <Button size="sm" variant="default" onClick={() => onAttempt(work.keepMine, t('saved'))}>
              {t('conflict.mine')}
            </Button>
          </Group>
        </Alert>
      )}
      {problem && (
        <Alert
          variant="light"
          color="red"
          icon={<IconAlertTriangle size={18} stroke={1.75} />}
          title={problem.message}
        >
          {problem.details.map(({ path, message }) => (
            <div key={`${path} ${message}`}>{message}</div>
          ))}
        </Alert>
      )}
      {problems.length > 0 && (
        <Alert
          variant="light"
          style={risk}
          icon={<IconAlertTriangle size={18} stroke={1.75} />}
          title={t('problems', { count: problems.length })}
        >
          {problems.map(({ code, params, path }) => {
            const shown =
              'criterion' in params
                ? { ...params, criterion: words.criterion(String(params['criterion'])) }
                : params
            const { message } = problemOf(
              new ORPCError('REFUSED', { data: { reason: code, params: shown, items: [] } }),
            )
            return <div key={path.join('.')}>{message}</div>
          })}
        </Alert>
      )}
    </div>
  )
}

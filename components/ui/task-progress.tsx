'use client'
import { Anchor, Progress } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from './format.ts'
import classes from './task-progress.module.css'

type Props = {
  title: ReactNode
  done: number
  /** Null while the size is not known. */
  total: number | null
  /** What is counted: « lignes ». */
  unit: string
  rejected?: number
  onSeeRejected?: () => void
  remainingMilliseconds?: number | null
  onInterrupt?: () => void
}

/** Long work: counts, what was rejected, how long still, the way to stop it; the screen can be left. */
export function TaskProgress(props: Props) {
  const { title, done, total, unit, rejected = 0, remainingMilliseconds = null } = props
  const t = useTranslations('common')
  const format = useFormat()
  const counted =
    total === null
      ? `${format.number(done)} ${unit}`
      : t('progress.of', { done: format.number(done), total: format.number(total), unit })
  const part = total ? Math.min(100, (done / total) * 100) : 100
  return (
    <div className={classes.task}>
      <div className={classes.line}>
        <b>{title}</b>
        <span className={classes.right}>{counted}</span>
      </div>
      <Progress value={part} size={4} animated={total === null} aria-label={counted} />
      <div className={classes.line}>
        {rejected > 0 && <span>{t('progress.rejected', { count: rejected })}</span>}
        {rejected > 0 && props.onSeeRejected && (
          <Anchor component="button" size="sm" onClick={props.onSeeRejected}>
            {t('progress.see')}
          </Anchor>
        )}
        <span className={classes.right}>
          {remainingMilliseconds !== null &&
            t('progress.left', { time: format.duration(remainingMilliseconds) })}
        </span>
        {props.onInterrupt && (
          <Anchor component="button" size="sm" onClick={props.onInterrupt}>
            {t('actions.interrupt')}
          </Anchor>
        )}
      </div>
      <p className={classes.leave}>{t('progress.leave')}</p>
    </div>
  )
}

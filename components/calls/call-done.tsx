'use client'
import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconCloudUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { toast } from '#components/ui/undo-toast.tsx'
import { useCallChance, useDayCalls, useUndoCall } from '#src/client/calls/use-calls.ts'
import type { LogState } from '#src/client/calls/use-log-call.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { CallChance, LogCallInput } from '#src/contracts/calls.ts'
import { Standing } from './standing.tsx'
import doneClasses from './call-done.module.css'
import classes from './call-form.module.css'

const undoSeconds = 8
/** An open alert closes only this far above amber. */
const closingBps = 1000

const at = (bps: number) => `${Math.min(Math.max(bps, 0), 10_000) / 100}%`

/** The chance of this evening, before and after: planned calls count in both. */
function Chance({ chance, isDone }: { chance: CallChance; isDone: boolean }) {
  const t = useTranslations('calls.done')
  const format = useFormat()
  const { beforeBps, afterBps, amberBps, hasAlert, planned } = chance
  const before = format.probabilityParts(beforeBps)
  const after = format.probabilityParts(afterBps)
  const [low, high] = [Math.min(beforeBps, afterBps), Math.max(beforeBps, afterBps)]
  return (
    <div className={doneClasses.part}>
      <p className={classes.grey}>{t('chance')}</p>
      <div className={doneClasses.change}>
        <span>{before.value}</span>
        <span aria-hidden>→</span>
        <b>
          {after.value}
          <small>{after.unit}</small>
        </b>
      </div>
      <div className={doneClasses.track} aria-hidden>
        <i className={doneClasses.rail} />
        <i className={doneClasses.moved} style={{ left: at(low), width: at(high - low) }} />
        <i className={doneClasses.mark} style={{ left: at(amberBps) }} />
        {hasAlert && <i className={doneClasses.mark} style={{ left: at(amberBps + closingBps) }} />}
        <i className={doneClasses.from} style={{ left: at(beforeBps) }} />
        <i className={doneClasses.to} style={{ left: at(afterBps) }} />
      </div>
      <p className={classes.detail}>
        {hasAlert
          ? t('thresholds', {
              amber: format.percent(amberBps),
              end: format.percent(Math.min(amberBps + closingBps, 10_000)),
            })
          : t('threshold', { amber: format.percent(amberBps) })}
      </p>
      <p className={classes.note}>
        {t(afterBps > beforeBps ? 'up' : afterBps < beforeBps ? 'down' : isDone ? 'sameDone' : 'same')}{' '}
        {t('planned', { count: planned })}
      </p>
    </div>
  )
}

type Props = {
  state: LogState
  name: string
  input: Omit<LogCallInput, 'clientId'>
  takeBack: (id: string) => boolean
  onAgain: () => void
  onClose: () => void
}

/** What became of the call, what it changed this evening, who comes next, and the way back. */
export function CallDone({ state, name, input, takeBack, onAgain, onClose }: Props) {
  const t = useTranslations('calls.done')
  const form = useTranslations('calls.form')
  const refusal = useRefusal()
  const words = useTranslations('refusals')
  const undo = useUndoCall()
  const [left, setLeft] = useState(undoSeconds)
  const call = state.kind === 'sent' ? state.logged.call : null
  const isMade = input.outcome !== 'PLANNED'
  const { data: told } = useCallChance(call && isMade ? call.id : null)
  const { data: day } = useDayCalls(input.day)
  const next = day?.items.find(
    (one) => one.outcome === 'PLANNED' && one.id !== call?.id && (one.time ?? '') >= (input.time ?? ''),
  )
  useEffect(() => {
    const timer = setInterval(() => setLeft((before) => Math.max(before - 1, 0)), 1000)
    return () => clearInterval(timer)
  }, [])

  function back() {
    if (takeBack(state.id) || !call) {
      toast(t('undone'))
      onAgain()
      return
    }
    undo.mutate(
      { id: call.id, version: call.version, commandId: crypto.randomUUID() },
      {
        onSuccess: () => {
          toast(t('undone'))
          onAgain()
        },
        onError: (error) => toast(refusal(error).message),
      },
    )
  }

  if (state.kind === 'refused') {
    const key = state.refusal.reason as Parameters<typeof words.has>[0]
    return (
      <div className={classes.form}>
        <div className={doneClasses.doneMark} data-tone="wait">
          <IconAlertTriangle size={26} stroke={1.75} aria-hidden />
        </div>
        <h2 className={doneClasses.doneName}>{t('refused')}</h2>
        <p>{words.has(key) ? words(key, state.refusal.params as never) : words('unknown')}</p>
        <div className={classes.footer}>
          <Button size="lg" onClick={onAgain}>
            {t('again')}
          </Button>
        </div>
      </div>
    )
  }
  const isSent = state.kind === 'sent'
  return (
    <div className={classes.form}>
      <output className={doneClasses.doneMark} data-tone={isSent ? undefined : 'wait'} aria-label={t('kept')}>
        {isSent ? (
          <IconCheck size={26} stroke={1.75} aria-hidden />
        ) : (
          <IconCloudUp size={26} stroke={1.75} aria-hidden />
        )}
      </output>
      <p>
        <b>{t(`title.${input.outcome}`)}</b>{' '}
        <span className={classes.grey}>
          {[input.time, t(isSent ? 'sent' : 'onDevice')].filter(Boolean).join(', ')}
        </span>
      </p>
      <h2 className={doneClasses.doneName}>{name}</h2>
      {call?.standing && (
        <Standing
          {...call.standing}
          words={form('ofGoal', { done: String(call.standing.done), goal: String(call.standing.goal) })}
        />
      )}
      {isSent &&
        state.logged.warnings.map((warning) => (
          <p key={warning} className={classes.note} data-tone="risk">
            <IconAlertTriangle size={16} stroke={1.75} aria-hidden />
            {form(`warning.${warning}`)}
          </p>
        ))}
      {isSent && isMade && !told && <Skeleton h={120} mt={16} aria-busy />}
      {told?.chance && <Chance chance={told.chance} isDone={input.outcome === 'DONE'} />}
      {told && !told.chance && (
        <p className={classes.note}>{t(input.outcome === 'DONE' ? 'noChance' : 'noChanceRefused')}</p>
      )}
      {!isSent && isMade && <p className={classes.note}>{t('later')}</p>}
      {next && (
        <div className={doneClasses.part}>
          <p className={classes.grey}>{t('next')}</p>
          <p className={classes.who}>
            {next.time && <span className={classes.grey}>{next.time}</span>}
            {next.name}
          </p>
          <span className={classes.detail}>{next.commune}</span>
        </div>
      )}
      <div className={classes.footer}>
        <Button
          size="lg"
          variant="default"
          loading={undo.isPending}
          leftSection={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
          onClick={left > 0 ? back : onAgain}
        >
          {left > 0 ? t('undo', { seconds: String(left) }) : t('another')}
        </Button>
        <Button size="lg" onClick={onClose}>
          {t('finish')}
        </Button>
      </div>
    </div>
  )
}

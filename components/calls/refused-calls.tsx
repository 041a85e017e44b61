'use client'
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { useLogCall } from '#src/client/calls/use-log-call.ts'
import classes from './calls.module.css'

/** Calls that the server would not keep: shown until somebody decides, never dropped in silence. */
export function RefusedCalls({ entry }: { entry: ReturnType<typeof useLogCall> }) {
  const t = useTranslations('calls.refused')
  const words = useTranslations('refusals')
  const shown = entry.refused.filter(({ id }) => id !== entry.last?.id)
  return shown.map(({ id, refusal }) => {
    const key = (refusal?.reason ?? '') as Parameters<typeof words.has>[0]
    return (
      <div key={id} className={classes.refused} role="alert">
        <b>{t('title')}</b>
        <p>{words.has(key) ? words(key, (refusal?.params ?? {}) as never) : words('unknown')}</p>
        <Button size="compact-sm" variant="default" onClick={() => entry.dismiss(id)}>
          {t('forget')}
        </Button>
      </div>
    )
  })
}

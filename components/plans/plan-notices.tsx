'use client'
import { Alert, Button } from '@mantine/core'
import { IconArrowBackUp, IconLock, IconMailOpened, IconUsers } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { useDesk } from './desk-context.ts'
import classes from './plan.module.css'

const bold = (chunks: ReactNode) => <b>{chunks}</b>

/** What the plan waits for, what its manager said, what somebody else changed. */
export function PlanNotices() {
  const t = useTranslations('plans.notice')
  const format = useFormat()
  const { plan, state, editor, words } = useDesk()
  const last = plan.events.find(({ kind }) => kind === 'RETURN')
  const sent = plan.events.find(({ kind }) => kind === 'SUBMIT')
  const first = plan.channels[0]?.code
  return (
    <>
      {plan.state === 'RETURNED' && last && (
        <Alert
          className={classes.notice}
          color="orange"
          icon={<IconArrowBackUp size={18} stroke={1.75} aria-hidden />}
          title={t('returned', { name: last.by ?? '–', day: format.instantDay(last.at, 'long') })}
        >
          {last.comment}
        </Alert>
      )}
      {plan.state === 'SUBMITTED' && plan.rights.edit && (
        <Alert
          className={classes.notice}
          color="visee"
          icon={<IconMailOpened size={18} stroke={1.75} aria-hidden />}
        >
          {t('submitted', {
            name: sent?.by ?? '–',
            at: sent ? format.instant(sent.at, 'long') : '–',
          })}
        </Alert>
      )}
      {plan.seal && (
        <Alert
          className={classes.notice}
          color="visee"
          icon={<IconLock size={18} stroke={1.75} aria-hidden />}
        >
          {plan.seal.by
            ? t.rich('sealed', {
                name: plan.seal.by,
                at: format.instant(plan.seal.sealedAt, 'long'),
                hash: `${plan.seal.sha256.slice(0, 4)} ${plan.seal.sha256.slice(4, 8)} … ${plan.seal.sha256.slice(-4)}`,
                b: bold,
              })
            : t('sealedTheory', { day: format.instantDay(plan.seal.sealedAt, 'long') })}
        </Alert>
      )}
      {state.conflicts.length > 0 && (
        <Alert
          className={classes.notice}
          color="orange"
          icon={<IconUsers size={18} stroke={1.75} aria-hidden />}
          title={t('conflict', { count: state.conflicts.length })}
        >
          <ul>
            {state.conflicts.map(({ hcpId, by, at, lines }) => (
              <li key={hcpId}>
                {t('conflictLine', {
                  name: editor.person(hcpId)?.shortName ?? '–',
                  by: by ?? '–',
                  time: at ? format.time(at) : '–',
                  contacts: words.contacts(
                    lines.find(({ channel }) => channel === first)?.proposed ?? 0,
                    first,
                  ),
                })}
              </li>
            ))}
          </ul>
          <Button variant="default" size="compact-sm" onClick={editor.dismissConflicts}>
            {t('seen')}
          </Button>
        </Alert>
      )}
    </>
  )
}

'use client'
import { Alert, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowRight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { Checklist } from '#components/ui/checklist.tsx'
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx'
import { Section } from '#components/ui/section.tsx'
import { useFormat } from '#components/ui/format.ts'
import { useCycleCommands } from '#src/client/cycles/use-cycles.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { ChecklistDto, ChecklistItem, CycleState } from '#src/contracts/cycles.ts'
import classes from './cycle-screen.module.css'

const day = /^\d{4}-\d{2}-\d{2}$/

/** What an item asks, in words; a code that the messages lack is told as it is. */
function useItemWords() {
  const t = useTranslations('refusals')
  const format = useFormat()
  return ({ code, params }: Pick<ChecklistItem, 'code' | 'params'>, done: boolean) => {
    const shown = Object.fromEntries(
      Object.entries(params).map(([name, value]) => [
        name,
        typeof value === 'string' && day.test(value) ? format.day(value, 'long') : value,
      ]),
    )
    const key = (done && t.has(`${code}-done` as never) ? `${code}-done` : code) as Parameters<
      typeof t.has
    >[0]
    return t.has(key) ? t(key, shown as never) : code
  }
}

/** Everything that the next state asks, what is missing first to be seen, and the step itself. */
export function CycleChecklist({ checklist, canMove }: { checklist: ChecklistDto; canMove: boolean }) {
  const t = useTranslations('cycles.checklist')
  const state = useTranslations('shell.cycleState')
  const words = useItemWords()
  const problemOf = useRefusal()
  const { move } = useCycleCommands()
  const [asked, setAsked] = useState<CycleState | null>(null)
  const [commandId, setCommandId] = useState(() => crypto.randomUUID())
  const { cycleId: id, items, next, by, previous, version } = checklist
  const missing = items.filter(({ done }) => !done)
  const problem = move.error && problemOf(move.error)
  if (!next) return null
  const ask = (to: CycleState) => {
    setCommandId(crypto.randomUUID())
    setAsked(to)
  }
  return (
    <Section
      flush
      title={t('title', { state: state(next) })}
      count={missing.length > 0 ? t('missing', { count: missing.length }) : t('complete')}
    >
      {problem && (
        <Alert color="red" title={problem.message}>
          {problem.details.map(({ path, message }) => (
            <div key={path}>{message}</div>
          ))}
        </Alert>
      )}
      <Checklist
        label={t('title', { state: state(next) })}
        checks={items.map((item) => ({
          key: item.code,
          done: item.done,
          label: words(item, item.done),
          action: item.where && (
            <Button component={Link} href={item.where} variant="default" size="compact-md">
              {t('fix')}
            </Button>
          ),
        }))}
      />
      {by !== 'hand' && <p className={classes.note}>{t(`by.${by ?? 'day'}`)}</p>}
      {canMove && (
        <div className={classes.moves}>
          {by === 'hand' && (
            <Button
              disabled={missing.length > 0}
              rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden />}
              onClick={() => ask(next)}
            >
              {t('go', { state: state(next) })}
            </Button>
          )}
          {by === 'publication' && (
            <Button component={Link} href={`/cycles/${id}/ciblage`}>
              {t('publish')}
            </Button>
          )}
          {previous && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden />}
              onClick={() => ask(previous)}
            >
              {t('back', { state: state(previous) })}
            </Button>
          )}
        </div>
      )}
      <ConfirmDialog
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked && t(asked === previous ? 'back' : 'go', { state: state(asked) })}
        confirm={t('confirm')}
        busy={move.isPending}
        onConfirm={() => {
          if (asked) move.mutate({ id, commandId, version, to: asked }, { onSettled: () => setAsked(null) })
        }}
      >
        {asked && t(asked === previous ? 'backFollows' : `follows.${checklist.state}`)}
      </ConfirmDialog>
    </Section>
  )
}

'use client'
import { Button, Kbd, Skeleton } from '@mantine/core'
import { IconArrowDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import { deviceDay } from '#src/client/offline/device-day.ts'
import { isAnswered, nextUnfinished } from '#src/client/qualification/field-answers.ts'
import type { FieldForm } from '#src/client/qualification/use-field.ts'
import type { Worklist } from '#src/contracts/qualification.ts'
import { Dots } from './dots.tsx'
import { QuestionRow } from './question-row.tsx'
import { RefusedEntries } from './refused-entries.tsx'
import { useFormKeys } from './use-form-keys.ts'
import classes from './field.module.css'

type Props = { field: FieldForm; worklist: Worklist; hcpId: string; onOpen: (hcpId: string) => void }

/** One card an hcp: each answer saves itself, the next unfinished one is a thumb away. */
export function FormCard({ field, worklist, hcpId, onOpen }: Props) {
  const t = useTranslations('qualification.field')
  const card = useRef<HTMLDivElement>(null)
  const { form } = field
  const questions = form?.questions ?? []
  const today = deviceDay()
  useFormKeys(card, field)
  useEffect(() => {
    card.current?.closest('[data-scroll]')?.scrollTo({ top: 0 })
  }, [hcpId])

  if (!form && field.isError) return <ErrorState onRetry={field.refetch} kept={t('errorKept')} />
  if (!form)
    return (
      <div className={classes.card} aria-busy>
        <Skeleton h={28} w={240} mb="lg" />
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} h={88} mb="md" />
        ))}
      </div>
    )
  const counted = questions.filter(({ key, locked }) => !locked || isAnswered(field.shown(key)))
  const answered = counted.filter(({ key }) => isAnswered(field.shown(key))).length
  const missing = counted.filter(({ key }) => !isAnswered(field.shown(key)))
  const next = nextUnfinished(worklist, hcpId)
  const { hcp } = form
  const at = worklist.hcps.findIndex(({ id }) => id === hcpId)
  const previous = worklist.hcps[at - 1]
  return (
    <div className={classes.card} ref={card}>
      <header className={classes.who}>
        <div>
          <h2>{hcp.name}</h2>
          <p>
            {[hcp.specialty, hcp.place].filter(Boolean).join(' · ')}
            {hcp.segment && <SegmentSwatch rank={hcp.segment.rank} name={hcp.segment.name} />}
          </p>
        </div>
        <span className={classes.progress}>
          <Dots answered={answered} total={counted.length} />
          <b>{t('of', { answered, total: counted.length })}</b>
        </span>
      </header>
      <RefusedEntries
        entries={field.refused.filter(({ input }) => (input as { hcpId?: string }).hcpId === hcpId)}
        onRetry={field.retry}
        onDismiss={field.dismiss}
      />
      {questions.map((question) => (
        <QuestionRow
          key={`${hcpId} ${question.key}`}
          question={question}
          before={field.before(question.key)}
          shown={field.shown(question.key)}
          today={today}
          onAnswer={(given) => field.answer(question.key, given)}
          onUndo={field.canUndo(question.key) ? () => field.undo(question.key) : null}
        />
      ))}
      <footer className={classes.footer}>
        <Button
          variant="default"
          size="lg"
          className={classes.step}
          aria-label={t('previous')}
          disabled={!previous}
          onClick={() => previous && onOpen(previous.id)}
        >
          <IconChevronLeft size={18} stroke={1.75} aria-hidden />
        </Button>
        <Button
          variant="default"
          size="lg"
          disabled={missing.length === 0}
          leftSection={<IconArrowDown size={18} stroke={1.75} aria-hidden />}
          onClick={() => scrollToQuestion(card.current, missing[0]?.key)}
        >
          {t('left', { count: missing.length })}
        </Button>
        {next && (
          <Button
            size="lg"
            className={classes.next}
            rightSection={<IconChevronRight size={18} stroke={1.75} aria-hidden />}
            onClick={() => onOpen(next.id)}
          >
            <span>
              {t('next')}
              <small>{next.name}</small>
            </span>
          </Button>
        )}
        <span className={classes.keys}>
          <Kbd>1</Kbd> – <Kbd>9</Kbd> {t('keys.choose')} <Kbd>J</Kbd> {t('keys.unknown')} <Kbd>↓</Kbd>{' '}
          {t('keys.next')} <Kbd>Ctrl Z</Kbd> {t('keys.undo')}
        </span>
      </footer>
    </div>
  )
}

function scrollToQuestion(card: HTMLElement | null, key: string | undefined) {
  const question = key && card?.querySelector<HTMLElement>(`[data-question="${CSS.escape(key)}"]`)
  if (!question) return
  question.scrollIntoView({ block: 'center', behavior: 'smooth' })
  question.focus({ preventScroll: true })
}

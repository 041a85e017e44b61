'use client'
import {
  IconCircleCheck,
  IconCircleMinus,
  IconCirclePlus,
  IconCircleX,
  IconEyeOff,
  IconHandStop,
  IconArrowsExchange,
  IconUserQuestion,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { StateBadge, type IconComponent, type Tone } from '#components/ui/state-badge.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import type { LineDecision } from '#src/engine/index.ts'
import { useDesk } from './desk-context.ts'
import { ReasonSelect } from './reason-select.tsx'
import classes from './plan.module.css'

const marks = {
  b: (chunks: ReactNode) => <b>{chunks}</b>,
  r: (chunks: ReactNode) => <span className={classes.rest}>{chunks}</span>,
}

type Answer = { tone: Tone; icon: IconComponent; word: string; rest?: string | null; below?: string | null }

const kindIcons = {
  addition: IconCirclePlus,
  removal: IconCircleMinus,
  frequency: IconCircleCheck,
  channel: IconArrowsExchange,
}

function useAnswer(row: PlanRow): Answer | null {
  const t = useTranslations('plans.answer')
  const format = useFormat()
  const { words, waiting, plan } = useDesk()
  const { change, hcp, refusal } = row
  if (row.locked && hcp.lock) {
    const { cause, since } = hcp.lock
    const word = t(`lock.${cause}`)
    return {
      tone: 'idle',
      icon: IconHandStop,
      word,
      rest: since ? t('since', { day: format.day(since, 'long') }) : null,
      below: t('outOfCount'),
    }
  }
  if (refusal) {
    const [first] = refusal.breaches
    const kept = first ? words.excess(first, row.proposed) : null
    return {
      tone: 'under',
      icon: IconCircleX,
      word: t('refused'),
      rest: first ? words.limit(first) : null,
      below: kept,
    }
  }
  if (!change) {
    const rarely = row.theoretical > 0 && (hcp.previousGoal ?? 0) > 0 && hcp.previousDone === 0
    return rarely && plan.previousCycle
      ? {
          tone: 'idle',
          icon: IconEyeOff,
          word: t('rarely'),
          rest: t('rarelyWhy', { cycle: plan.previousCycle.name }),
        }
      : null
  }
  const decided: Partial<Record<LineDecision, Answer>> = {
    TO_DECIDE: {
      tone: 'risk',
      icon: IconUserQuestion,
      word: t('toDecide'),
      rest: (waiting.get(hcp.hcpId) ?? []).map(words.limit).join(', ') || null,
    },
    REFUSED: {
      tone: 'under',
      icon: IconCircleX,
      word: t('refusedByManager'),
      rest: change.decisionComment,
      below: t('backToTheory', { contacts: words.contacts(row.theoretical, row.main?.channel) }),
    },
    ACCEPTED: {
      tone: 'ok',
      icon: IconCircleCheck,
      word: t('acceptedByManager'),
      rest: change.decisionComment,
    },
  }
  return (
    decided[change.decision] ?? {
      tone: change.kind === 'removal' ? 'idle' : 'ok',
      icon: kindIcons[change.kind],
      word: t(`kind.${change.kind}`),
      rest: change.kind === 'channel' ? words.moves(change) : null,
    }
  )
}

/** The engine's answer to what was asked, in words, with the reason of the change. */
export function PlanAnswer({ row }: { row: PlanRow }) {
  const t = useTranslations('plans.answer')
  const answer = useAnswer(row)
  const { editable } = useDesk()
  if (!answer && !row.change) return null
  const withReason = row.change !== null && !row.locked && (editable || row.change.reason !== null)
  return (
    <div className={classes.answer}>
      {answer && (
        <StateBadge tone={answer.tone} icon={answer.icon}>
          {answer.rest ? (
            t.rich('with', { word: answer.word, rest: answer.rest, ...marks })
          ) : (
            <b>{answer.word}</b>
          )}
        </StateBadge>
      )}
      {answer?.below && <span className={classes.below}>{answer.below}</span>}
      {withReason && <ReasonSelect row={row} />}
    </div>
  )
}

'use client'
import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, type ReactNode } from 'react'
import type { PlanDto } from '#src/contracts/plan-document.ts'
import type { ReviewItem as Item } from '#src/engine/index.ts'
import type { PlanWords } from './plan-words.ts'
import { ReviewItem } from './review-item.tsx'
import classes from './team.module.css'

type Props = {
  title: string
  icon: ReactNode
  plan: PlanDto
  items: readonly Item[]
  points: ReadonlyMap<string, number | null>
  words: PlanWords
  busy: boolean
  onDecide: ((hcpIds: readonly string[], decision: 'ACCEPTED' | 'REFUSED', why: string | null) => void) | null
}

const shownAtFirst = 8

/** Changes of one kind, the first ones shown, decided one by one or all together. */
export function ReviewGroup({ title, icon, plan, items, points, words, busy, onDecide }: Props) {
  const t = useTranslations('plans.review')
  const [whole, setWhole] = useState(false)
  if (items.length === 0) return null
  const people = new Map(plan.hcps.map((hcp) => [hcp.hcpId, hcp]))
  const shown = whole || items.length <= shownAtFirst + 1 ? items : items.slice(0, shownAtFirst)
  const rest = items.length - shown.length
  const unsettled = items.filter(({ decision }) => decision !== 'ACCEPTED')
  return (
    <section>
      <div className={classes.groupRow}>
        {icon}
        {title} <span>{items.length}</span>
        {onDecide && unsettled.length > 1 && (
          <Button
            size="compact-sm"
            variant="transparent"
            disabled={busy}
            onClick={() =>
              onDecide(
                unsettled.map(({ hcpId }) => hcpId),
                'ACCEPTED',
                null,
              )
            }
          >
            {t('acceptAll')}
          </Button>
        )}
      </div>
      {shown.map((item) => (
        <ReviewItem
          key={item.hcpId}
          plan={plan}
          item={item}
          hcp={people.get(item.hcpId)}
          words={words}
          points={points.get(item.hcpId) ?? null}
          busy={busy}
          onDecide={onDecide && ((decision, why) => onDecide([item.hcpId], decision, why))}
        />
      ))}
      {rest > 0 && (
        <button type="button" className={classes.more} onClick={() => setWhole(true)}>
          {t('others', { count: rest })}
        </button>
      )}
    </section>
  )
}

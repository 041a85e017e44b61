'use client'
import { IconLock } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Stepper } from '#components/ui/stepper.tsx'
import { VisuallyHidden } from '#components/ui/visually-hidden.tsx'
import type { PlanRow } from '#src/client/plans/plan-rows.ts'
import { useDesk } from './desk-context.ts'
import { ChannelGlyph } from './channel-glyph.tsx'
import classes from './plan.module.css'

export const isOut = (row: PlanRow) => row.change?.kind === 'removal' || (row.locked && row.hcp.lock !== null)

/** Who, with what they do and where; struck through when no contact is left. */
export function HcpCell({ row }: { row: PlanRow }) {
  const { hcp } = row
  return (
    <div className={classes.who} data-out={isOut(row) || undefined}>
      <Link href={`/annuaire/${hcp.hcpId}`} prefetch={false}>
        {hcp.name}
      </Link>
      <span>{[hcp.specialty, hcp.commune].filter(Boolean).join(' · ')}</span>
    </div>
  )
}

/** Last visit, and one dot a visit of the cycle before: full = done. */
export function LastCell({ row, named = false }: { row: PlanRow; named?: boolean }) {
  const t = useTranslations('plans.last')
  const format = useFormat()
  const { plan } = useDesk()
  const { lastOn, previousDone, previousGoal } = row.hcp
  const total = Math.max(previousGoal ?? 0, previousDone)
  const cycle = plan.previousCycle?.name ?? ''
  const day = lastOn ? format.day(lastOn) : null
  return (
    <span className={classes.last}>
      <span>{day === null ? t('never') : named ? t('visit', { day }) : day}</span>
      {total > 0 && total <= 8 && (
        <span className={classes.dots}>
          <VisuallyHidden>{t('dots', { done: previousDone, goal: previousGoal ?? 0, cycle })}</VisuallyHidden>
          {Array.from({ length: total }, (_, index) => (
            <i key={index} data-done={index < previousDone || undefined} />
          ))}
        </span>
      )}
      {total > 8 && <span className={classes.muted}>{`${previousDone}/${previousGoal ?? 0}`}</span>}
    </span>
  )
}

const stateOf = (row: PlanRow) => {
  if (row.refusal) return 'refused' as const
  if (row.change?.decision === 'TO_DECIDE') return 'waiting' as const
  if (row.change?.decision === 'REFUSED') return 'refused' as const
  return row.main && row.main.proposed !== row.main.theoretical ? ('changed' as const) : ('idle' as const)
}

/** Contacts proposed on the first channel, and what moved on the others. */
export function ProposedCell({ row }: { row: PlanRow }) {
  const t = useTranslations('plans')
  const format = useFormat()
  const { plan, editable, setContacts, words } = useDesk()
  const [first] = plan.channels
  if (!first) return null
  const locked = row.main ? row.main.locked : row.locked
  const delta = row.proposed - row.theoretical
  const others = (row.change?.cells ?? []).filter(({ channel }) => channel !== first.code)
  const shown = row.refusal?.asked ?? row.proposed
  return (
    <span className={classes.proposed}>
      <Stepper
        label={t('stepper', { name: row.hcp.shortName, channel: first.name })}
        value={shown}
        max={366}
        state={!editable || locked ? 'locked' : stateOf(row)}
        onChange={(value) => setContacts(row.hcp.hcpId, first.code, value)}
      />
      {locked && <IconLock size={14} stroke={1.75} aria-hidden className={classes.muted} />}
      {delta !== 0 && <b className={classes.delta}>{format.signed(delta)}</b>}
      {others.map(({ channel, theoretical, proposed }) => (
        <b key={channel} className={classes.delta} title={words.nameOf(channel)}>
          <ChannelGlyph kind={words.kindOf(channel)} size={13} />
          {format.signed(proposed - theoretical)}
        </b>
      ))}
    </span>
  )
}

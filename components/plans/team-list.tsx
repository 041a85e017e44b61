'use client'
import {
  IconArrowBackUp,
  IconClockExclamation,
  IconLock,
  IconMailOpened,
  IconPencil,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { StateBadge, type IconComponent, type Tone } from '#components/ui/state-badge.tsx'
import type { PlanLineup } from '#src/contracts/plan-overview.ts'
import classes from './team.module.css'

const groups = ['toApprove', 'late', 'returned', 'open', 'sealed'] as const
type GroupKey = (typeof groups)[number]

const looks: Record<GroupKey, { tone: Tone; icon: IconComponent; colour: string }> = {
  toApprove: { tone: 'risk', icon: IconMailOpened, colour: 'var(--risk-solid)' },
  late: { tone: 'under', icon: IconClockExclamation, colour: 'var(--under-solid)' },
  returned: { tone: 'idle', icon: IconArrowBackUp, colour: 'var(--idle-solid)' },
  open: { tone: 'idle', icon: IconPencil, colour: 'var(--border-strong)' },
  sealed: { tone: 'ok', icon: IconLock, colour: 'var(--ok-solid)' },
}

export function groupOf({ state, late }: PlanLineup): GroupKey {
  if (state === 'SUBMITTED') return 'toApprove'
  if (state === 'APPROVED' || state === 'SEALED') return 'sealed'
  if (late) return 'late'
  return state === 'RETURNED' ? 'returned' : 'open'
}

function LineupEntry({ plan, current }: { plan: PlanLineup; current: boolean }) {
  const t = useTranslations('plans.team')
  const format = useFormat()
  const chance = format.probabilityParts(plan.probabilityBps)
  const when = plan.late
    ? t('lateSince', { count: plan.daysLate })
    : plan.stateAt && plan.state !== 'OPEN'
      ? format.instantDay(plan.stateAt, 'short')
      : null
  const changes =
    plan.maximumChanges === null ? String(plan.changes) : `${plan.changes} / ${plan.maximumChanges}`
  return (
    <Link
      href={`/equipe/${plan.id}`}
      className={classes.entry}
      aria-current={current || undefined}
      scroll={false}
    >
      <b>{plan.sectorName}</b>
      <span className={classes.chance}>
        {chance.value}
        <i>{chance.unit}</i>
      </span>
      <span>{plan.lead ?? t('vacant')}</span>
      <span className={classes.right}>
        {[plan.untouched && plan.state === 'OPEN' ? t('untouched') : changes, when]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </Link>
  )
}

/** The plans of a team by what they wait for, with their key figures. */
export function TeamList({ plans, currentId }: { plans: readonly PlanLineup[]; currentId: string | null }) {
  const t = useTranslations('plans.team')
  const byGroup = groups.map((key) => ({ key, own: plans.filter((plan) => groupOf(plan) === key) }))
  return (
    <nav className={classes.team} aria-label={t('title')}>
      <h2>
        {t('title')} <span>{plans.length}</span>
      </h2>
      <div className={classes.strip} aria-hidden>
        {byGroup.map(
          ({ key, own }) =>
            own.length > 0 && <i key={key} style={{ flex: own.length, background: looks[key].colour }} />,
        )}
      </div>
      <p>
        <span>{t('legendLeft')}</span>
        <span>{t('legendRight')}</span>
      </p>
      {byGroup.map(
        ({ key, own }) =>
          own.length > 0 && (
            <section key={key}>
              <h3>
                <StateBadge tone={looks[key].tone} icon={looks[key].icon}>
                  {t(`group.${key}`)}
                </StateBadge>
                <span>{own.length}</span>
              </h3>
              {own.map((plan) => (
                <LineupEntry key={plan.id} plan={plan} current={plan.id === currentId} />
              ))}
            </section>
          ),
      )}
    </nav>
  )
}

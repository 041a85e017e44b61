'use client'
import { ActionIcon, Button } from '@mantine/core'
import {
  IconClock,
  IconDots,
  IconLock,
  IconMailOpened,
  IconPencil,
  IconArrowBackUp,
  IconUserPlus,
} from '@tabler/icons-react'
import { useNow, useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { ActionMenu } from '#components/ui/action-menu.tsx'
import { useFormat, wallClock } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { StateBadge, type Tone } from '#components/ui/state-badge.tsx'
import { directoryHref } from '#src/client/directory/directory-filter.ts'
import { useExportPlan } from '#src/client/plans/use-plans.ts'
import type { PlanDto, PlanStateCode } from '#src/contracts/plan-document.ts'
import { useDesk } from './desk-context.ts'
import classes from './plan.module.css'

const badges: Record<PlanStateCode, { tone: Tone; icon: typeof IconLock }> = {
  OPEN: { tone: 'idle', icon: IconPencil },
  SUBMITTED: { tone: 'risk', icon: IconMailOpened },
  RETURNED: { tone: 'under', icon: IconArrowBackUp },
  APPROVED: { tone: 'ok', icon: IconLock },
  SEALED: { tone: 'ok', icon: IconLock },
}

export function PlanStateBadge({ state }: { state: PlanStateCode }) {
  const t = useTranslations('plans.state')
  const { tone, icon } = badges[state]
  return (
    <StateBadge tone={tone} icon={icon} soft>
      {t(state)}
    </StateBadge>
  )
}

const soon = 5 * 86_400_000

/** What is left before the last minute of the last day, in the sector's time. */
function Due({ plan }: { plan: PlanDto }) {
  const t = useTranslations('plans.due')
  const format = useFormat()
  const now = useNow({ updateInterval: 60_000 }).getTime()
  // The server's clock rules; this one only tells how long ago it was read.
  const [started] = useState(now)
  if (!plan.deadlineAt || !plan.closesOn || plan.state === 'SEALED') return null
  const left = Date.parse(plan.deadlineAt) - Date.parse(plan.readAt) - (now - started)
  const { minutes } = wallClock(plan.deadlineAt, plan.timeZone)
  const time = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
  return (
    <div className={classes.due} data-calm={left > soon || undefined}>
      <IconClock size={18} stroke={1.75} aria-hidden />
      <div>
        <b>{left > 0 ? t('left', { time: format.duration(left) }) : t('over')}</b>
        <span>
          {format.day(plan.closesOn, 'weekday')}, {time}
        </span>
      </div>
    </div>
  )
}

type Props = { onAdd: (() => void) | null; otherPlans: boolean }

export function PlanHeader({ onAdd, otherPlans }: Props) {
  const t = useTranslations('plans')
  const { plan, state } = useDesk()
  const { mutate: exportPlan } = useExportPlan()
  const { theoretical, proposed, changesByKind } = state.synthesis
  return (
    <PageHeader
      title={t('title')}
      badge={<PlanStateBadge state={plan.state} />}
      context={
        <>
          {plan.sectorName} ·{' '}
          <Link
            className={classes.quiet}
            href={directoryHref({ cycleId: plan.cycleId, sectorIds: [plan.sectorId], plan: 'target' })}
          >
            {t('targets', { count: theoretical.hcps })}
          </Link>
          {', '}
          {t('context', {
            committed: proposed.hcps,
            added: changesByKind.addition,
            removed: changesByKind.removal,
          })}
        </>
      }
      actions={
        <>
          <Due plan={plan} />
          <div className={classes.acts}>
            {onAdd && (
              <Button
                variant="default"
                leftSection={<IconUserPlus size={16} stroke={1.75} aria-hidden />}
                onClick={onAdd}
              >
                {t('add.button')}
              </Button>
            )}
            <ActionMenu
              position="bottom-end"
              entries={[
                {
                  key: 'export',
                  label: t('menu.export'),
                  icon: 'download',
                  onClick: () => exportPlan(plan.id),
                },
                {
                  key: 'print',
                  label: t('menu.print'),
                  icon: 'print',
                  onClick: () => window.print(),
                },
                ...(otherPlans
                  ? [
                      {
                        key: 'others',
                        label: t('menu.others'),
                        icon: 'list' as const,
                        href: '/pas?choisir=1',
                      },
                    ]
                  : []),
              ]}
            >
              <ActionIcon aria-label={t('menu.more')}>
                <IconDots size={18} stroke={1.75} aria-hidden />
              </ActionIcon>
            </ActionMenu>
          </div>
        </>
      }
    />
  )
}

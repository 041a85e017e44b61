'use client'
import { Anchor, Skeleton } from '@mantine/core'
import { IconCircleCheck, IconUserOff } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { AlertList } from '#components/shared/alert-card.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { useAlerts } from '#src/client/alerts/use-alerts.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'
import classes from './followup.module.css'

/** More than these are read on the alerts' own screen. */
const firstShown = 6

/** The alerts of the perimeter, the first one open on its way out; then the sectors that nobody leads. */
export function FollowAlerts({
  view,
  actor,
}: {
  view: FollowUpDto
  actor: Pick<Actor, 'role' | 'readOnly'>
}) {
  const t = useTranslations('followUp.alerts')
  const format = useFormat()
  const { data } = useAlerts({ cycleId: view.cycle.id })
  const own = new Set(view.sectors.map(({ id }) => id))
  const alerts = data?.items.filter(({ sector }) => own.has(sector.id))
  const { vacant } = view
  return (
    <Section
      title={t('title')}
      count={alerts?.length}
      actions={
        <Anchor component={Link} href="/alertes" size="sm">
          {t('journal')}
        </Anchor>
      }
    >
      {!alerts ? (
        <Skeleton h={160} aria-busy />
      ) : alerts.length > 0 ? (
        <>
          <AlertList key={view.perimeter.id} alerts={alerts.slice(0, firstShown)} actor={actor} />
          {alerts.length > firstShown && (
            <Anchor component={Link} href="/alertes" size="sm" className={classes.all}>
              {t('all', { count: alerts.length })}
            </Anchor>
          )}
        </>
      ) : (
        <p className={classes.calm}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden />
          {t('none')}
        </p>
      )}
      {vacant.sectors > 0 && (
        <p className={classes.vacant}>
          <IconUserOff size={18} stroke={1.75} aria-hidden />
          <span>
            {t.rich('vacant', {
              names: vacant.names.join(', '),
              count: vacant.sectors,
              contacts: Math.round(vacant.goalMilli / 1000),
              value: format.milli(vacant.goalMilli, 0),
              b: (chunks) => <b>{chunks}</b>,
            })}
          </span>
        </p>
      )}
    </Section>
  )
}

'use client'
import { Button } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Moment } from '#components/ui/moment.tsx'
import { toast } from '#components/ui/undo-toast.tsx'
import { useAcknowledge } from '#src/client/alerts/use-alerts.ts'
import { followHref } from '#src/client/follow-up/perimeter.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { AlertDto } from '#src/contracts/alerts.ts'
import { mayEver } from '#src/policy/can.ts'
import { WayOut } from './way-out.tsx'
import classes from './alert-card.module.css'

type Props = {
  alert: AlertDto
  actor: Pick<Actor, 'role' | 'readOnly'>
  opened: boolean
  onToggle: () => void
  /** On the alerts' own screen: leads to the sector's follow-up. */
  withLink?: boolean
}

function AlertCard({ alert, actor, opened, onToggle, withLink = false }: Props) {
  const t = useTranslations('alerts')
  const format = useFormat()
  const refusal = useRefusal()
  const acknowledge = useAcknowledge()
  const { sector, cycle } = alert
  const isOpen = alert.closedOn === null
  const Icon = alert.level === 'RED' ? IconAlertCircle : IconAlertTriangle
  const Chevron = opened ? IconChevronUp : IconChevronDown
  const mayAcknowledge = isOpen && !alert.acknowledged && mayEver(actor, 'alerts.acknowledge')

  const news =
    alert.closeCause !== null
      ? t(`closed.${alert.closeCause}`, { day: format.day(alert.closedOn) })
      : alert.acknowledged &&
        t('seenBy', { name: alert.acknowledged.by, day: format.instantDay(alert.acknowledged.at) })

  return (
    <li>
      <button type="button" className={classes.head} aria-expanded={opened} onClick={onToggle}>
        <span className={classes.first} data-level={alert.level}>
          <Icon size={18} stroke={1.75} aria-label={t(`level.${alert.level}`)} />
          <span>
            {sector.name}
            {alert.label && <span className={classes.grey}> · {alert.label}</span>}
          </span>
          <span className={classes.chance}>{format.probability(alert.probabilityBps)}</span>
          {isOpen && <Chevron size={16} stroke={1.75} className={classes.chevron} aria-hidden />}
        </span>
        <span className={classes.second}>
          {alert.lead ?? t('noLead')} ·{' '}
          {t.rich('atStake', {
            value: format.milli(alert.atStakeMilli, 0),
            count: Math.round(alert.atStakeMilli / 1000),
            b: (chunks) => <b>{chunks}</b>,
          })}{' '}
          · {t('since', { day: format.day(alert.openedOn) })}
        </span>
        {news && <span className={classes.second}>{news}</span>}
      </button>
      {opened && isOpen && (
        <div className={classes.body}>
          <WayOut cycleId={cycle.id} sectorId={sector.id} />
          <div className={classes.actions}>
            {mayAcknowledge && (
              <Button
                size="sm"
                loading={acknowledge.isPending}
                onClick={() =>
                  acknowledge.mutate(
                    { id: alert.id, version: alert.version, commandId: crypto.randomUUID() },
                    {
                      onSuccess: () => toast(t('acknowledged', { sector: sector.name })),
                      onError: (error) => toast(refusal(error).message),
                    },
                  )
                }
              >
                {t('acknowledge')}
              </Button>
            )}
            {withLink && (
              <Button
                component={Link}
                href={followHref({ id: cycle.id, sectorId: sector.id })}
                size="sm"
                variant="default"
              >
                {t('follow')}
              </Button>
            )}
            {alert.acknowledged && (
              <span className={classes.place}>
                <Moment at={alert.acknowledged.at} />
              </span>
            )}
          </div>
        </div>
      )}
    </li>
  )
}

/** Alerts as cards in one list; one at a time is open on its way out. */
export function AlertList({
  alerts,
  actor,
  withLink = false,
  firstOpened = true,
}: {
  alerts: readonly AlertDto[]
  actor: Pick<Actor, 'role' | 'readOnly'>
  withLink?: boolean
  firstOpened?: boolean
}) {
  const first = firstOpened && alerts[0]?.closedOn === null ? alerts[0].id : null
  const [openedId, setOpenedId] = useState<string | null>(first)
  return (
    <ol className={classes.list}>
      {alerts.map((alert) => (
        <AlertCard
          key={alert.id}
          alert={alert}
          actor={actor}
          opened={alert.id === openedId}
          onToggle={() => setOpenedId(alert.id === openedId ? null : alert.id)}
          withLink={withLink}
        />
      ))}
    </ol>
  )
}

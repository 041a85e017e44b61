'use client'
import { Anchor, Skeleton, VisuallyHidden } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import { useWayOut } from '#src/client/alerts/use-alerts.ts'
import type { WayOutDto } from '#src/contracts/alerts.ts'
import classes from './alert-card.module.css'

const firstShown = 4
/** From here on another batch changes nothing to the chance; it only finishes the plan. */
const surelyBps = 9900
/** Steps closer than this on the ladder are one. */
const apartBps = 600

const at = (bps: number) => `${Math.min(Math.max(bps, 0), 10_000) / 100}%`

/** Where the chance stands now, after the batches and after what would be renegotiated. */
function Ladder({ out }: { out: WayOutDto }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  const now = out.nowBps ?? 0
  const reached = out.batches.at(-1)?.afterBps ?? now
  const after = out.afterBps ?? reached
  const steps = out.batches
    .map(({ afterBps }, index) => ({ afterBps, number: index + 1 }))
    .filter(({ afterBps }, index, every) => {
      const next = every[index + 1]
      return afterBps - now > apartBps / 2 && (!next || next.afterBps - afterBps > apartBps)
    })
  const label = t('ladder', {
    now: format.probability(now),
    reached: format.probability(reached),
    after: format.probability(after),
    threshold: format.percent(out.amberBps),
  })
  return (
    <>
      <div className={classes.ladder}>
        <VisuallyHidden>{label}</VisuallyHidden>
        <i className={classes.track} />
        <i className={classes.done} style={{ width: at(reached) }} />
        {after > reached && (
          <i className={classes.bargain} style={{ left: at(reached), width: at(after - reached) }} />
        )}
        <i className={classes.mark} style={{ left: at(out.redBps) }} />
        <i className={classes.mark} style={{ left: at(out.amberBps) }} />
        <i className={classes.now} style={{ left: at(now) }} />
        {steps.map(({ afterBps, number }) => (
          <i key={number} className={classes.step} style={{ left: at(afterBps) }}>
            {number}
          </i>
        ))}
      </div>
      <p className={classes.threshold}>
        {t('thresholds', { red: format.percent(out.redBps), amber: format.percent(out.amberBps) })}
      </p>
    </>
  )
}

function FirstContacts({ out }: { out: WayOutDto }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  const [isWhole, setWhole] = useState(false)
  const every = out.batches.flatMap(({ contacts }) => contacts)
  const shown = isWhole ? every : every.slice(0, firstShown)
  const channelName = (id: string) => out.channels.find((channel) => channel.id === id)?.name ?? ''
  const enough = out.batches.findIndex(({ afterBps }) => afterBps >= surelyBps)
  const batches = enough < 0 ? out.batches : out.batches.slice(0, enough + 1)
  const beyond = every.length - batches.reduce((sum, { contacts }) => sum + contacts.length, 0)
  if (every.length === 0) return <p className={classes.text}>{t('nothing')}</p>
  return (
    <>
      <h3 className={classes.title}>{t('first')}</h3>
      <ol className={classes.batches}>
        {batches.map(({ weekOf, contacts, beforeBps, afterBps }, index) => (
          <li key={weekOf}>
            <span className={classes.number}>{index + 1}</span>
            <span>
              <b>{t('contacts', { count: contacts.length })}</b>{' '}
              <span className={classes.grey}>{t('week', { day: format.day(weekOf) })}</span>
            </span>
            <span>
              {format.probability(beforeBps)} → <b>{format.probability(afterBps)}</b>
            </span>
          </li>
        ))}
      </ol>
      {beyond > 0 && <p className={classes.text}>{t('beyond', { count: beyond })}</p>}
      <ol className={classes.hcps}>
        {shown.map((contact) => (
          <li key={`${contact.hcpId} ${contact.channelId} ${contact.done}`}>
            {contact.segmentRank === null ? <span /> : <SegmentSwatch rank={contact.segmentRank} size="sm" />}
            <span>
              <Link href={`/annuaire/${contact.hcpId}`}>{contact.name}</Link>
              <span className={classes.place}>
                {[
                  contact.place,
                  channelName(contact.channelId),
                  contact.lastCallOn ? t('last', { day: format.day(contact.lastCallOn) }) : t('never'),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            <span>{t('ofGoal', { done: String(contact.done), goal: String(contact.goal) })}</span>
          </li>
        ))}
      </ol>
      {every.length > firstShown && (
        <Anchor component="button" type="button" size="sm" pt={8} onClick={() => setWhole(!isWhole)}>
          {isWhole ? t('fewer') : t('every', { count: every.length })}
        </Anchor>
      )}
    </>
  )
}

function OutOfReach({ out }: { out: WayOutDto }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  const { notPossibleMilli, noCapacityMilli, causes } = out.outOfReach
  const total = notPossibleMilli + noCapacityMilli
  if (total <= 0) return null
  return (
    <>
      <h3 className={classes.title}>
        {t('outOfReach')}
        <span>{t('weighted', { value: format.milli(total, 0) })}</span>
      </h3>
      {causes.map(({ code, hcps }) => (
        <p key={code} className={classes.text}>
          {t(`causes.${code}`, { count: hcps })}
        </p>
      ))}
    </>
  )
}

function Renegotiate({ out }: { out: WayOutDto }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  if (out.reductions.length === 0) return null
  return (
    <>
      <h3 className={classes.title}>
        {t('renegotiate')}
        <span>
          {format.probability(out.batches.at(-1)?.afterBps ?? out.nowBps)} →{' '}
          <b>{format.probability(out.afterBps)}</b>
        </span>
      </h3>
      <ul className={classes.cuts}>
        {out.reductions.map(({ segment, hcps, contacts }) => (
          <li key={segment?.name ?? ''}>
            {segment ? <SegmentSwatch rank={segment.rank} size="sm" /> : <span />}
            <span>
              {segment?.name ?? t('noSegment')}{' '}
              <span className={classes.grey}>{t('fewerFor', { hcps, contacts })}</span>
            </span>
            <b>{format.signed(-contacts)}</b>
          </li>
        ))}
      </ul>
      {!out.reachesAmber && <p className={classes.text}>{t('notEvenSo')}</p>}
    </>
  )
}

function Late({ out }: { out: WayOutDto }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  if (out.late.length === 0) return null
  return (
    <>
      <h3 className={classes.title}>{t('late')}</h3>
      <ul className={classes.cuts}>
        {out.late.slice(0, 5).map(({ dimension, label, rank, gapMilli, attainmentBps }) => (
          <li key={`${dimension} ${label}`}>
            {rank === null ? <span /> : <SegmentSwatch rank={rank} size="sm" />}
            <span>
              {label} <span className={classes.grey}>{format.percent(attainmentBps)}</span>
            </span>
            <b>{format.signed(Math.round(gapMilli / 1000))}</b>
          </li>
        ))}
      </ul>
    </>
  )
}

/** What would bring the sector back: contacts to make first, what is out of reach even so, what to renegotiate. */
export function WayOut({ cycleId, sectorId }: { cycleId: string; sectorId: string }) {
  const t = useTranslations('alerts.wayOut')
  const format = useFormat()
  const { data: out, isError, refetch } = useWayOut({ cycleId, sectorId }, true)
  if (isError) return <ErrorState onRetry={() => void refetch()} />
  if (!out) return <Skeleton h={220} aria-busy />
  return (
    <>
      <div className={classes.out}>
        <b>{t('title')}</b>
        <span>
          {t.rich('from', {
            now: format.probability(out.nowBps),
            after: format.probability(out.afterBps),
            b: (chunks) => <b>{chunks}</b>,
          })}
        </span>
      </div>
      <Ladder out={out} />
      <div className={classes.parts}>
        <div>
          <FirstContacts out={out} />
        </div>
        <div>
          <OutOfReach out={out} />
          <Renegotiate out={out} />
          <Late out={out} />
        </div>
      </div>
    </>
  )
}

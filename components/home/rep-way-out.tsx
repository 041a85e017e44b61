'use client'
import { Anchor } from '@mantine/core'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { useWayOut } from '#src/client/home/use-home.ts'
import type { FollowUpDto } from '#src/contracts/follow-up.ts'
import classes from './home.module.css'

type Props = { cycleId: string; sectorId: string; amberBps: number; follow: FollowUpDto }

const shown = 4

/** The visits to make first and the chance that they bring; asked only while the plan is at risk. */
export function RepWayOut({ cycleId, sectorId, amberBps, follow }: Props) {
  const t = useTranslations('home.wayOut')
  const format = useFormat()
  const probabilityBps = follow.figures.chance?.probabilityBps ?? null
  const atRisk = probabilityBps !== null && probabilityBps < amberBps
  const { data } = useWayOut(atRisk ? cycleId : null, atRisk ? sectorId : null)
  const [batch] = data?.batches ?? []
  if (!data || !batch) return null
  const channelOf = (id: string) => data.channels.find((channel) => channel.id === id)?.name ?? null
  return (
    <Section
      title={t('title')}
      actions={
        <b>
          {format.probability(batch.beforeBps)} → {format.probability(batch.afterBps)}
        </b>
      }
    >
      <div className={classes.first}>
        <ul className={classes.extra}>
          {batch.contacts.slice(0, shown).map((contact, index) => (
            <li key={`${contact.hcpId}:${contact.channelId}:${String(index)}`}>
              <span className={classes.rank}>{index + 1}</span>
              {contact.segmentRank ? <SegmentSwatch rank={contact.segmentRank} /> : <span />}
              <span className={classes.words}>
                <Link href={`/annuaire/${contact.hcpId}`} className={classes.link}>
                  {contact.name}
                </Link>
                <small>
                  {[
                    contact.place,
                    channelOf(contact.channelId),
                    contact.lastCallOn ? t('seen', { day: format.day(contact.lastCallOn) }) : t('never'),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <span className={classes.grey}>
                {t('standing', { done: format.number(contact.done), goal: format.number(contact.goal) })}
              </span>
            </li>
          ))}
        </ul>
        <Anchor component={Link} href="/alertes" size="sm">
          {t('all', { count: batch.contacts.length })}
        </Anchor>
      </div>
    </Section>
  )
}

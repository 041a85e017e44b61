'use client'
import { Anchor } from '@mantine/core'
import { IconHandStop, IconUserOff } from '@tabler/icons-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { Section } from '#components/ui/section.tsx'
import type { HcpPage, TimelineCall } from '#src/contracts/directory-hcp.ts'
import { ChannelIcon } from './channel-icon.tsx'
import { HcpTimeline } from './hcp-timeline.tsx'
import classes from './hcp.module.css'

const shortList = 8

function CallIcon({ call }: { call: TimelineCall }) {
  if (call.outcome === 'REFUSED') return <IconHandStop size={18} stroke={1.75} aria-hidden />
  if (call.outcome === 'ABSENT') return <IconUserOff size={18} stroke={1.75} aria-hidden />
  return <ChannelIcon kind={call.channelKind} size={18} />
}

/** Contacts of the last twelve months and those to come, as a line of time and as a list. */
export function HcpCalls({ hcp }: { hcp: HcpPage }) {
  const t = useTranslations('directory.hcp')
  const locale = useLocale()
  const format = useFormat()
  const [whole, setWhole] = useState(false)
  const { calls, today } = hcp
  if (!calls) return null
  const shown = whole ? calls : calls.slice(0, shortList)
  const whoOf = (call: TimelineCall) => {
    if (!call.ownSector) return `${call.member ?? call.network}`
    const first = call.mine ? t('you') : (call.member ?? t('unknownRep'))
    return [first, call.jointMember].filter(Boolean).join(', ')
  }
  const detailOf = (call: TimelineCall) =>
    [
      call.ownSector ? null : `${call.sector}, ${call.network}`,
      call.time,
      call.products.join(', ') || null,
      call.reason?.[locale] ?? null,
      call.practice,
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Section title={t('calls')} note={t('callsNote')}>
      {calls.length === 0 ? (
        <p className={classes.grey}>{t('noCalls')}</p>
      ) : (
        <>
          <HcpTimeline hcp={hcp} calls={calls} />
          <ul className={classes.calls}>
            {shown.map((call) => (
              <li
                key={call.id}
                data-planned={(call.outcome === 'PLANNED' && call.day >= today) || undefined}
                data-other={!call.ownSector || undefined}
              >
                <span>{format.day(call.day)}</span>
                <CallIcon call={call} />
                <span>
                  <b>{t(`outcome.${call.outcome}`, { channel: call.channel, kind: call.channelKind })}</b>
                  <small>{detailOf(call)}</small>
                </span>
                <span className={classes.who} data-mine={(call.mine && !call.jointMember) || undefined}>
                  {whoOf(call)}
                </span>
              </li>
            ))}
          </ul>
          {calls.length > shortList && !whole && (
            <Anchor component="button" type="button" size="sm" mt="sm" onClick={() => setWhole(true)}>
              {t('allCalls', { count: calls.length })}
            </Anchor>
          )}
        </>
      )}
    </Section>
  )
}

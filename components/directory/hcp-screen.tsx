'use client'
import { Anchor, Button } from '@mantine/core'
import { IconChevronLeft, IconPencil, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { SegmentSwatch } from '#components/ui/segment-swatch.tsx'
import { StateBadge } from '#components/ui/state-badge.tsx'
import { ErrorState, KpiSkeleton, TableSkeleton } from '#components/ui/states.tsx'
import { callHref } from '#src/client/calls/call-address.ts'
import { useHcp } from '#src/client/directory/use-hcp.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { HcpAnswers } from './hcp-answers.tsx'
import { HcpCalls } from './hcp-calls.tsx'
import { HcpCommitments } from './hcp-commitments.tsx'
import { HcpKpis } from './hcp-kpis.tsx'
import { hcpName } from './hcp-name.ts'
import { HcpPermissions } from './hcp-permissions.tsx'
import { HcpPlaces } from './hcp-places.tsx'
import { HcpSegments, HcpWhy } from './hcp-segments.tsx'
import { HcpVisitRules } from './hcp-visit-rules.tsx'
import { HcpVisitors } from './hcp-visitors.tsx'
import classes from './hcp.module.css'

const HcpForm = dynamic(() => import('./hcp-form.tsx').then((module) => module.HcpForm), { ssr: false })

type Props = { id: string; cycleId: string | undefined; actor: Pick<Actor, 'role' | 'readOnly'> }

export function HcpScreen({ id, cycleId, actor }: Props) {
  const mayWrite = mayEver(actor, 'directory.write')
  const t = useTranslations('directory')
  const { data: hcp, isError, refetch } = useHcp(id, cycleId)
  const [editing, setEditing] = useState(false)
  const back = (
    <Anchor component={Link} href="/annuaire" size="sm" c="dimmed" className={classes.back}>
      <IconChevronLeft size={14} stroke={1.9} aria-hidden />
      {t('title')}
    </Anchor>
  )
  if (isError)
    return (
      <Page>
        {back}
        <ErrorState onRetry={() => void refetch()} />
      </Page>
    )
  if (!hcp)
    return (
      <Page>
        {back}
        <KpiSkeleton />
        <TableSkeleton />
      </Page>
    )
  const segment = hcp.segments.find((row) => row.cycleId === hcp.cycle?.id && row.segmentation === 'general')
  const principal = hcp.places.find((place) => place.principal) ?? hcp.places[0]
  const editable = hcp.status === 'ACTIVE' || hcp.status === 'CEASED' ? hcp.status : null
  return (
    <Page>
      {back}
      <PageHeader
        title={hcpName(hcp)}
        badge={
          hcp.status === 'ACTIVE' ? (
            hcp.opposedToAll && (
              <StateBadge tone="under" soft>
                {t('opposed')}
              </StateBadge>
            )
          ) : (
            <StateBadge tone="idle" soft>
              {t(`status.${hcp.status}`)}
            </StateBadge>
          )
        }
        context={
          <span className={classes.context}>
            <span>{[hcp.specialty ?? hcp.profession, principal?.commune].filter(Boolean).join(' · ')}</span>
            {segment?.segment && <SegmentSwatch rank={segment.segment.rank} name={segment.segment.name} />}
            {hcp.identifiers.map(({ scheme, value }) => (
              <span key={scheme} className={classes.identifier}>
                {scheme} {value}
              </span>
            ))}
          </span>
        }
        actions={
          <>
            {mayWrite && editable && (
              <Button
                variant="default"
                leftSection={<IconPencil size={16} stroke={1.75} aria-hidden />}
                onClick={() => setEditing(true)}
              >
                {t('form.edit')}
              </Button>
            )}
            {mayEver(actor, 'calls.write') && hcp.status === 'ACTIVE' && (
              <Button
                component={Link}
                href={callHref({ isLogging: true, hcpId: hcp.id })}
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              >
                {t('logCall')}
              </Button>
            )}
          </>
        }
      />
      <HcpKpis hcp={hcp} segment={segment} />
      <div className={classes.columns}>
        <div className={classes.main}>
          <HcpCommitments hcp={hcp} />
          <HcpCalls hcp={hcp} />
          {mayEver(actor, 'targeting.read') && <HcpWhy hcpId={hcp.id} segment={segment} />}
          <HcpAnswers hcp={hcp} />
        </div>
        <div className={classes.side}>
          <div className={classes.first}>
            <HcpVisitRules hcp={hcp} />
            <HcpPlaces places={hcp.places} />
          </div>
          <HcpSegments segments={hcp.segments} currentCycleId={hcp.cycle?.id ?? null} />
          <HcpVisitors hcp={hcp} />
          <HcpPermissions hcp={hcp} mayPermit={mayEver(actor, 'directory.permit')} />
        </div>
      </div>
      {mayWrite && editable && (
        <HcpForm opened={editing} onClose={() => setEditing(false)} hcp={{ ...hcp, status: editable }} />
      )}
    </Page>
  )
}

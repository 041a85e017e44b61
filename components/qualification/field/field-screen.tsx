'use client'
import { ActionIcon } from '@mantine/core'
import { IconArrowLeft, IconCircleCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { TopSlot } from '#components/layout/top-slot.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EmptyState, ErrorState, TableSkeleton } from '#components/ui/states.tsx'
import { usePhone } from '#components/ui/use-phone.ts'
import { nextUnfinished } from '#src/client/qualification/field-answers.ts'
import { useFieldForm, usePrefetchForms, useWorklists } from '#src/client/qualification/use-field.ts'
import type { Worklist } from '#src/contracts/qualification.ts'
import { FormCard } from './form-card.tsx'
import { NetworkState } from './network-state.tsx'
import { WorklistPane, worklistPart, type Shown } from './worklist-pane.tsx'
import classes from './field.module.css'

type WorkProps = { memberId: string; worklist: Worklist; hcpId: string | null }

const ahead = 3

/** The address holds the hcp, without asking the server: the form opens without a network. */
function openHcp(hcpId: string | null) {
  window.history.pushState(null, '', hcpId ? `/qualifier?ps=${hcpId}` : '/qualifier')
}

function Work({ memberId, worklist, hcpId }: WorkProps) {
  const t = useTranslations('qualification.field')
  const format = useFormat()
  const phone = usePhone()
  const [shown, setShown] = useState<Shown>('todo')
  const first = worklistPart(worklist, 'todo')[0] ?? worklist.hcps[0]
  const activeId = hcpId ?? (phone ? null : (first?.id ?? null))
  const field = useFieldForm(memberId, worklist.cycleId, activeId ?? first?.id ?? '')
  const next = activeId ? nextUnfinished(worklist, activeId) : first
  const coming = worklistPart(worklist, 'todo').slice(0, ahead)
  usePrefetchForms(
    worklist.cycleId,
    [...coming, ...(next ? [next] : [])].map(({ id }) => id),
  )
  const done = worklistPart(worklist, 'done').length
  const pane = (
    <WorklistPane worklist={worklist} shown={shown} onShow={setShown} activeId={activeId} onOpen={openHcp} />
  )
  return (
    <>
      <TopSlot>
        <NetworkState waiting={field.waiting} />
      </TopSlot>
      {!(phone && activeId) && (
        <div className={classes.split}>
          {pane}
          {activeId && !phone && (
            <div className={classes.scroll} data-scroll>
              <FormCard field={field} worklist={worklist} hcpId={activeId} onOpen={openHcp} />
            </div>
          )}
        </div>
      )}
      {phone && activeId && (
        <section className={classes.focus} data-scroll aria-label={t('title')}>
          <header className={classes.focusBar}>
            <ActionIcon size={44} aria-label={t('close')} onClick={() => openHcp(null)}>
              <IconArrowLeft size={20} stroke={1.75} aria-hidden />
            </ActionIcon>
            <div>
              <b>{t('title')}</b>
              <small>
                {worklist.cycleName}
                {worklist.endsOn && ` · ${t('until', { day: format.day(worklist.endsOn, 'long') })}`}
              </small>
            </div>
            <NetworkState waiting={field.waiting} short />
            <div className={classes.ticks}>
              <b>
                {format.number(done)} / {format.number(worklist.hcps.length)}
              </b>
              <span className={classes.bar} aria-hidden>
                <i style={{ width: `${(done / Math.max(worklist.hcps.length, 1)) * 100}%` }} />
              </span>
            </div>
          </header>
          <FormCard field={field} worklist={worklist} hcpId={activeId} onOpen={openHcp} />
        </section>
      )}
    </>
  )
}

/** The rep's form: hcps to qualify, unfinished first, one card each. */
export function FieldScreen({ memberId }: { memberId: string }) {
  const t = useTranslations('qualification.field')
  const { data, isError, refetch } = useWorklists()
  const hcpId = useSearchParams().get('ps')
  const worklists = data?.items ?? []
  const worklist = worklists.find(({ hcps }) => hcps.some(({ id }) => id === hcpId)) ?? worklists[0]
  if (worklist) return <Work memberId={memberId} worklist={worklist} hcpId={hcpId} />
  return (
    <Page>
      <PageHeader title={t('title')} />
      {isError && <ErrorState onRetry={() => void refetch()} />}
      {!data && !isError && <TableSkeleton rows={8} rowHeight={56} />}
      {data && (
        <EmptyState icon={IconCircleCheck} title={t('nobody.title')}>
          {t('nobody.why')}
        </EmptyState>
      )}
    </Page>
  )
}

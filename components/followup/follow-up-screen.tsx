'use client'
import { Button } from '@mantine/core'
import { IconChartLine, IconDownload } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useCallback, useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { KpiRow } from '#components/ui/kpi.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { EmptyState, ErrorState, KpiSkeleton, TableSkeleton } from '#components/ui/states.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { followHref, readPerimeter } from '#src/client/follow-up/perimeter.ts'
import { useExportFollowUp, useFollowUp, type HcpChoice } from '#src/client/follow-up/use-follow-up.ts'
import { useRefusal } from '#src/client/refusal.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { FollowPerimeterInput, FollowUpDto } from '#src/contracts/follow-up.ts'
import { mayEver } from '#src/policy/can.ts'
import { FollowAlerts } from './follow-alerts.tsx'
import { FollowCurve } from './follow-curve.tsx'
import { FollowKpis } from './follow-kpis.tsx'
import { Freshness } from './freshness.tsx'
import type { HcpsShown } from './hcps-panel.tsx'
import { PerimeterPicker } from './perimeter-picker.tsx'
import { ProductTable } from './product-table.tsx'
import { SectorTable } from './sector-table.tsx'
import { SegmentTable } from './segment-table.tsx'
import { useSentence } from './use-sentence.tsx'
import classes from './followup.module.css'

const HcpsPanel = dynamic(() => import('./hcps-panel.tsx').then((module) => module.HcpsPanel), {
  ssr: false,
})

type Who = Pick<Actor, 'role' | 'readOnly'>

function Loading() {
  return (
    <Page>
      <KpiRow>
        <KpiSkeleton />
        <KpiSkeleton />
        <KpiSkeleton />
        <KpiSkeleton />
      </KpiRow>
      <TableSkeleton rows={12} />
    </Page>
  )
}

type ContentProps = {
  view: FollowUpDto
  perimeter: FollowPerimeterInput
  actor: Who
  onPerimeter: (perimeter: FollowPerimeterInput) => void
}

function Content({ view, perimeter, actor, onPerimeter }: ContentProps) {
  const t = useTranslations('followUp')
  const format = useFormat()
  const sentence = useSentence()
  const csv = useExportFollowUp()
  const [shown, setShown] = useState<HcpsShown | null>(null)
  const open = useCallback((choice: HcpChoice, title: string) => setShown({ choice, title }), [])
  const { figures, run, sectors, vacant, settings } = view
  const isSector = view.perimeter.level === 'SECTOR'
  const context = [
    isSector ? view.perimeter.lead : t('sectorCount', { count: sectors.length, vacant: vacant.sectors }),
    t('committed', { count: figures.hcps, text: format.number(figures.hcps) }),
    format.dayRange(run.startsOn, run.endsOn),
  ].filter(Boolean)

  return (
    <Page>
      <PageHeader
        title={view.perimeter.name}
        badge={figures.state && <StatusBadge status={figures.state} soft />}
        context={
          <>
            {context.join(' · ')} · <Freshness view={view} maySettle={mayEver(actor, 'followUp.settle')} />
          </>
        }
        sentence={sentence(view)}
        actions={
          <>
            <PerimeterPicker view={view} onChange={onPerimeter} />
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
              loading={csv.isPending}
              onClick={() =>
                csv.mutate({ perimeter, what: isSector ? 'hcps' : 'sectors', choice: { filter: 'all' } })
              }
            >
              {t('export')}
            </Button>
          </>
        }
      />
      {figures.raw.goalMilli === 0 ? (
        <EmptyState icon={IconChartLine} title={t('empty.title')}>
          {t('empty.why')}
        </EmptyState>
      ) : (
        <>
          <FollowKpis view={view} onHcps={(filter) => open({ filter }, t(`hcps.filter.${filter}`))} />
          <div className={classes.two}>
            <div className={classes.left}>
              <FollowCurve view={view} />
              {!isSector && (
                <SectorTable
                  view={view}
                  onSector={(sectorId) => onPerimeter({ id: view.cycle.id, sectorId })}
                />
              )}
              <ProductTable products={view.products} onHcps={open} />
            </div>
            <div className={classes.side}>
              <FollowAlerts view={view} actor={actor} />
            </div>
          </div>
          <SegmentTable view={view} onHcps={open} />
          <p className={classes.detail}>
            {t('activity', {
              done: format.number(view.activity.done),
              perDay: format.milli(view.activity.contactsADayMilli),
              onTarget: format.percent(view.activity.onTargetBps),
              closed: view.closedHcps,
              tolerance: format.percent(settings.toleranceBps),
            })}
          </p>
        </>
      )}
      <HcpsPanel
        perimeter={perimeter}
        shown={shown}
        withSector={!isSector}
        onClose={() => setShown(null)}
        onFilter={(filter) => shown && setShown({ ...shown, choice: { ...shown.choice, filter } })}
      />
    </Page>
  )
}

/** Realisation of a perimeter: on plan or not, by how much, will it be, and the hcps behind every figure. */
export function FollowUpScreen({ cycleId, actor }: { cycleId: string; actor: Who }) {
  const params = useSearchParams()
  const refusal = useRefusal()
  const perimeter = readPerimeter(cycleId, (name) => params.get(name))
  const { data, error, isError, refetch } = useFollowUp(perimeter)
  // The address holds the perimeter: a link shows a colleague the same thing.
  const show = (next: FollowPerimeterInput) => {
    window.history.pushState(null, '', followHref(next))
    window.scrollTo({ top: 0 })
  }
  if (data) return <Content view={data} perimeter={perimeter} actor={actor} onPerimeter={show} />
  if (!isError) return <Loading />
  return (
    <Page>
      <ErrorState title={refusal(error).message} onRetry={() => void refetch()} />
    </Page>
  )
}

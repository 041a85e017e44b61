'use client'
import { Alert, Button } from '@mantine/core'
import { IconDownload, IconSend } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import dynamic from 'next/dynamic'
import { usePathname, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { GateCauses } from '#components/shared/gate-causes.tsx'
import { useFormat } from '#components/ui/format.ts'
import { Kpi, KpiRow } from '#components/ui/kpi.tsx'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { TaskProgress } from '#components/ui/task-progress.tsx'
import { useRefusal } from '#src/client/refusal.ts'
import { usePublicationRun, useTargetingExport } from '#src/client/targeting/use-targeting.ts'
import type { TargetingDto, TargetingTotals } from '#src/contracts/targeting.ts'
import { TargetingSectors } from './targeting-sectors.tsx'
import classes from './targeting.module.css'

const PublishDialog = dynamic(() => import('./publish-dialog.tsx').then((module) => module.PublishDialog), {
  ssr: false,
})
const SectorPanel = dynamic(() => import('./sector-panel.tsx').then((module) => module.SectorPanel), {
  ssr: false,
})

type Props = { targeting: TargetingDto; totals: TargetingTotals; mayPublish: boolean }

/** What every sector is proposed, what cannot be done and why, and the button that sends it to the field. */
export function TargetingDesk({ targeting, totals, mayPublish }: Props) {
  const t = useTranslations('targeting')
  const r = useTranslations('refusals')
  const format = useFormat()
  const pathname = usePathname()
  const sectorId = useSearchParams().get('secteur')
  const [asking, setAsking] = useState(false)
  const exported = useTargetingExport(targeting.cycleId)
  const words = useRefusal()
  const run = usePublicationRun(targeting, mayPublish)
  const { published, sectors, channels, engagement } = targeting
  const running = run?.state === 'QUEUED' || run?.state === 'RUNNING'
  const mayAsk = mayPublish && published === null && targeting.state === 'STRATEGY'
  // The address alone: nothing of the page is asked again.
  const openSector = (id: string | null) =>
    window.history.replaceState(null, '', id ? `${pathname}?secteur=${id}` : pathname)
  const reason = run?.state === 'FAILED' ? run.error : null
  const key = reason?.reason as Parameters<typeof r.has>[0]
  const utilisation = format.percentParts(totals.utilisationBps)
  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={
          published
            ? t('published', {
                day: format.instant(published.at),
                by: published.by ?? '',
                number: String(published.number),
              })
            : t('draft')
        }
        sentence={t.rich('sentence', {
          targets: format.number(totals.targets),
          contacts: format.number(totals.contacts),
          sectors: sectors.length,
          infeasible: totals.gate.infeasible,
          infeasibleText: format.number(totals.gate.infeasible),
          share: format.percent(totals.gate.shareBps, 1),
          b: (chunks) => <b>{chunks}</b>,
        })}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
              loading={exported.isPending}
              onClick={() => exported.mutate(null)}
            >
              {t('export')}
            </Button>
            {mayAsk && (
              <Button
                leftSection={<IconSend size={16} stroke={1.75} aria-hidden />}
                disabled={running}
                onClick={() => setAsking(true)}
              >
                {t('publish')}
              </Button>
            )}
          </>
        }
      />
      {running && run && (
        <div className={classes.progress}>
          <TaskProgress
            title={t('publishing')}
            done={run.done}
            total={run.total > 0 ? run.total : null}
            unit={t('lines')}
          />
        </div>
      )}
      {reason && (
        <Alert color="red" mb="md" role="alert" title={t('failed')}>
          {r.has(key) ? r(key, reason.params as never) : reason.reason}
        </Alert>
      )}
      {exported.isError && (
        <Alert color="red" mb="md" role="alert">
          {words(exported.error).message}
        </Alert>
      )}
      {published && engagement && (
        <Alert color="gray" mb="md">
          {t('engagement', {
            from: format.day(engagement.startsOn, 'long'),
            to: format.day(engagement.endsOn, 'long'),
          })}
        </Alert>
      )}
      <KpiRow>
        <Kpi
          question={t('kpi.targets')}
          main={{ value: format.number(totals.targets) }}
          sentence={published ? undefined : t('kpi.reach', { hcps: format.number(totals.hcps) })}
        />
        <Kpi
          question={t('kpi.contacts')}
          main={{ value: format.number(totals.contacts) }}
          sentence={channels
            .flatMap(({ name }, index) => {
              const contacts = totals.contactsByChannel[index] ?? 0
              return contacts > 0 ? `${format.number(contacts)} ${name.toLowerCase()}` : []
            })
            .join(', ')}
        />
        <Kpi
          question={t('kpi.capacity')}
          main={{ value: utilisation.value, unit: utilisation.unit }}
          sentence={t('kpi.load', {
            load: format.number(Math.round(totals.loadMilli / 1000)),
            capacity: format.number(Math.round(totals.capacityMilli / 1000)),
          })}
        />
        <Kpi question={t('kpi.cost')} main={{ value: format.money(totals.costCents, true) }} />
      </KpiRow>
      <div className={classes.split}>
        <Section title={t('sectors.title')} count={sectors.length}>
          <TargetingSectors sectors={sectors} activeId={sectorId} onOpen={openSector} />
        </Section>
        <Section title={t('gate.title')} note={published ? t('gate.frozen') : t('gate.before')}>
          <GateCauses gate={totals.gate} />
        </Section>
      </div>
      <SectorPanel targeting={targeting} sectorId={sectorId} onClose={() => openSector(null)} />
      {mayAsk && (
        <PublishDialog
          opened={asking}
          onClose={() => setAsking(false)}
          targeting={targeting}
          totals={totals}
        />
      )}
    </Page>
  )
}

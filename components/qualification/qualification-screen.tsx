'use client'
import { Button, Tabs } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { useRouter, useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { sumSectors } from '#src/client/qualification/completeness.ts'
import { useCompleteness } from '#src/client/qualification/use-criteria.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { CompletenessPanel } from './completeness-panel.tsx'
import { CriteriaBuilder } from './criteria-builder.tsx'

type Props = { cycleId: string; actor: Pick<Actor, 'role' | 'readOnly'> }

const views = ['completude', 'criteres'] as const

/** What is asked in this cycle, and how far the answers are. */
export function QualificationScreen({ cycleId, actor }: Props) {
  const t = useTranslations('qualification')
  const format = useFormat()
  const router = useRouter()
  const wanted = useSearchParams().get('vue')
  const { data } = useCompleteness(cycleId)
  const buildsForm = actor.role === 'HQ'
  const empty = data?.questions.length === 0
  // Decided once: the first question that is asked leaves the person where it was written.
  const [first] = useState(empty ? 'criteres' : 'completude')
  const view = views.find((one) => one === wanted) ?? first
  const all = data && sumSectors('', data.questions, data.sectors)
  const required = data?.questions.filter((question) => question.required).length ?? 0
  return (
    <Page>
      <PageHeader
        title={t('title')}
        context={data && t('context', { cycle: data.cycleName, hcps: format.number(all?.hcps ?? 0) })}
        sentence={
          all?.requiredShareBps !== null && all?.requiredShareBps !== undefined
            ? t.rich('sentence', {
                share: format.percent(all.requiredShareBps),
                count: required,
                b: (chunks) => <b>{chunks}</b>,
              })
            : empty && t('nothingAsked')
        }
        actions={
          mayEver(actor, 'imports.write') && (
            <Button
              component={Link}
              href="/imports/nouveau?kind=OBSERVATION"
              variant="default"
              leftSection={<IconFileImport size={16} stroke={1.75} aria-hidden />}
            >
              {t('import')}
            </Button>
          )
        }
      />
      {buildsForm ? (
        <Tabs
          value={view}
          keepMounted={false}
          onChange={(next) => router.replace(`/cycles/${cycleId}/qualification?vue=${next ?? 'completude'}`)}
        >
          <Tabs.List mb="lg">
            {views.map((one) => (
              <Tabs.Tab key={one} value={one}>
                {t(`views.${one}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="completude">
            <CompletenessPanel cycleId={cycleId} />
          </Tabs.Panel>
          <Tabs.Panel value="criteres">
            <CriteriaBuilder cycleId={cycleId} canWrite={mayEver(actor, 'criteria.write')} />
          </Tabs.Panel>
        </Tabs>
      ) : (
        <CompletenessPanel cycleId={cycleId} />
      )}
    </Page>
  )
}

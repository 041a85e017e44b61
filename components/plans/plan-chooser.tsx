'use client'
import { IconChevronRight, IconClipboardCheck } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import { Section } from '#components/ui/section.tsx'
import { EmptyState } from '#components/ui/states.tsx'
import type { PlanChoice } from '#src/contracts/plan-overview.ts'
import { PlanStateBadge } from './plan-header.tsx'
import classes from './chooser.module.css'

/** Several sectors, or several cycles: which plan? */
export function PlanChooser({ items }: { items: readonly PlanChoice[] }) {
  const t = useTranslations('plans')
  const format = useFormat()
  const cycles = new Map<string, PlanChoice[]>()
  for (const item of items) cycles.set(item.cycleId, [...(cycles.get(item.cycleId) ?? []), item])
  return (
    <Page>
      <PageHeader title={t('title')} context={items.length > 0 ? t('choose.context') : undefined} />
      {items.length === 0 && (
        <EmptyState icon={IconClipboardCheck} title={t('choose.none')}>
          {t('choose.noneWhy')}
        </EmptyState>
      )}
      {[...cycles.values()].map((own) => {
        const [first] = own
        return (
          first && (
            <Section
              key={first.cycleId}
              title={first.cycleName}
              note={
                first.cycleState === 'ENGAGEMENT' && first.closesOn
                  ? t('choose.until', { day: format.day(first.closesOn, 'long') })
                  : undefined
              }
            >
              <ul className={classes.list}>
                {own.map(({ id, sectorName, state }) => (
                  <li key={id}>
                    <Link href={`/pas/${id}`}>
                      <b>{sectorName}</b>
                      <PlanStateBadge state={state} />
                      <IconChevronRight size={16} stroke={1.75} aria-hidden />
                    </Link>
                  </li>
                ))}
              </ul>
            </Section>
          )
        )
      })}
    </Page>
  )
}

'use client'
import { Anchor, Button } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { Page } from '#components/layout/page.tsx'
import { Section } from '#components/ui/section.tsx'
import { TableSkeleton } from '#components/ui/states.tsx'
import { CycleLines } from '#components/shared/cycle-lines.tsx'
import { useCycleLines } from '#src/client/home/use-home.ts'
import type { Actor } from '#src/contracts/actor.ts'
import type { HomeDto } from '#src/contracts/home.ts'
import { mayEver } from '#src/policy/can.ts'
import { Activity } from './activity.tsx'
import { Engagement } from './engagement.tsx'
import { HomeHeader } from './home-header.tsx'
import { StandingSentence } from './standing-sentence.tsx'
import { TaskList } from './task-list.tsx'
import classes from './home.module.css'

type Props = { home: HomeDto; actor: Pick<Actor, 'role' | 'readOnly'> }

const shownCycles = 4

export function HeadOfficeHome({ home, actor }: Props) {
  const t = useTranslations('home')
  const cycles = useCycleLines()
  return (
    <Page>
      <HomeHeader
        home={home}
        sentence={<StandingSentence home={home} />}
        actions={
          <>
            {mayEver(actor, 'imports.write') && (
              <Button
                component={Link}
                href="/imports"
                variant="default"
                leftSection={<IconDownload size={16} stroke={1.75} aria-hidden />}
                visibleFrom="sm"
              >
                {t('import')}
              </Button>
            )}
            {mayEver(actor, 'cycles.write') && (
              <Button
                component={Link}
                href="/cycles/nouveau"
                variant="default"
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
                visibleFrom="sm"
              >
                {t('newCycle')}
              </Button>
            )}
          </>
        }
      />
      <div className={classes.columns}>
        <TaskList tasks={home.tasks} today={home.today} />
        <Activity home={home} journal={mayEver(actor, 'audit.read')} />
      </div>
      <Section
        title={t('cycles')}
        actions={
          <Anchor component={Link} href="/cycles" size="sm">
            {t('allCycles')}
          </Anchor>
        }
      >
        {cycles.data ? (
          cycles.data.items.length > 0 && <CycleLines lines={cycles.data.items.slice(0, shownCycles)} />
        ) : (
          <TableSkeleton rows={3} rowHeight={64} />
        )}
      </Section>
      <Engagement cycleId={home.plansCycleId} />
    </Page>
  )
}

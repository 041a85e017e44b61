'use client'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import Link from 'next/link'
import { LiveRibbon } from '#components/layout/live-ribbon.tsx'
import { Page } from '#components/layout/page.tsx'
import { KpiSkeleton } from '#components/ui/states.tsx'
import { StatusBadge } from '#components/ui/status-badge.tsx'
import { useOwnFollowUp } from '#src/client/home/use-home.ts'
import type { HomeDto } from '#src/contracts/home.ts'
import { HomeHeader } from './home-header.tsx'
import { RepDay } from './rep-day.tsx'
import { RepKpis } from './rep-kpis.tsx'
import { RepPlan } from './rep-plan.tsx'
import { RepSentence } from './rep-sentence.tsx'
import { RepWayOut } from './rep-way-out.tsx'
import { TaskList } from './task-list.tsx'
import classes from './home.module.css'

/** One next action with its deadline, where the plan stands, the visits of the day, and what would bring it back. */
export function RepHome({ home, mayLog }: { home: HomeDto; mayLog: boolean }) {
  const t = useTranslations('home')
  const cycleId = home.runningCycle?.id ?? null
  const { data: follow, isPending } = useOwnFollowUp(cycleId)
  const sectorId =
    follow?.perimeter.level === 'SECTOR' ? follow.perimeter.id : (follow?.sectors[0]?.id ?? null)
  return (
    <>
      {cycleId && <LiveRibbon cycleId={cycleId} />}
      <Page>
        <HomeHeader
          home={home}
          badge={follow?.figures.state && <StatusBadge status={follow.figures.state} soft />}
          sentence={follow ? <RepSentence follow={follow} /> : cycleId ? null : t('sentence.none')}
          actions={
            mayLog && (
              <Button
                component={Link}
                href="/visites"
                // One thing calls: the first task where there is one, else the next visit.
                variant={home.tasks.length > 0 ? 'default' : 'filled'}
                leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
              >
                {t('logCall')}
              </Button>
            )
          }
        />
        {home.tasks.length > 0 && <TaskList tasks={home.tasks} today={home.today} own />}
        <div className={classes.figures}>
          {follow ? <RepKpis follow={follow} /> : cycleId && isPending && <KpiSkeleton />}
        </div>
        <div className={classes.columns}>
          <div>
            <RepDay today={home.today} mayLog={mayLog} />
          </div>
          {follow && sectorId && (
            <div className={classes.aside}>
              <RepWayOut
                cycleId={follow.cycle.id}
                sectorId={sectorId}
                amberBps={follow.settings.amberBps}
                follow={follow}
              />
            </div>
          )}
          {follow && (
            <div className={classes.plan}>
              <RepPlan follow={follow} />
            </div>
          )}
        </div>
      </Page>
    </>
  )
}

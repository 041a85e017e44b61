'use client'
import { useTranslations } from 'next-intl'
import { Page } from '#components/layout/page.tsx'
import type { HomeDto } from '#src/contracts/home.ts'
import { Activity } from './activity.tsx'
import { HomeHeader } from './home-header.tsx'
import { TaskList } from './task-list.tsx'
import classes from './home.module.css'

export function AdministratorHome({ home }: { home: HomeDto }) {
  const t = useTranslations('home')
  return (
    <Page>
      <HomeHeader home={home} sentence={t('administrator', { count: home.tasks.length })} />
      <div className={classes.columns}>
        <TaskList tasks={home.tasks} today={home.today} />
        <Activity home={home} journal />
      </div>
    </Page>
  )
}

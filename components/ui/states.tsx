'use client'
import { Button, Skeleton } from '@mantine/core'
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { IconComponent } from './state-badge.tsx'
import classes from './states.module.css'

type EmptyProps = {
  icon?: IconComponent
  /** What is missing. */
  title: ReactNode
  /** Why. */
  children?: ReactNode
  /** The button that fixes it. */
  action?: ReactNode
}

export function EmptyState({ icon: Icon, title, children, action }: EmptyProps) {
  return (
    <div className={classes.state}>
      {Icon && <Icon size={28} stroke={1.4} aria-hidden />}
      <p className={classes.title}>{title}</p>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

type ErrorProps = {
  /** What happened. */
  title?: ReactNode
  /** What was kept. */
  kept?: ReactNode
  /** What to do. */
  todo?: ReactNode
  onRetry?: () => void
  action?: ReactNode
}

export function ErrorState({ title, kept, todo, onRetry, action }: ErrorProps) {
  const t = useTranslations('common')
  return (
    <div className={classes.state} role="alert">
      <IconAlertTriangle size={28} stroke={1.4} aria-hidden />
      <p className={classes.title}>{title ?? t('problem.title')}</p>
      <p>
        {kept ?? t('problem.kept')} {todo ?? t('problem.todo')}
      </p>
      {onRetry && (
        <Button
          variant="default"
          leftSection={<IconRefresh size={16} stroke={1.75} aria-hidden />}
          onClick={onRetry}
        >
          {t('actions.retry')}
        </Button>
      )}
      {action}
    </div>
  )
}

const widths = ['78%', '66%', '54%', '72%', '60%']

/** Rows of the height they will have. */
export function TableSkeleton({ rows = 8, rowHeight = 44 }: { rows?: number; rowHeight?: number }) {
  return (
    <div aria-busy className={classes.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} style={{ height: rowHeight }}>
          <Skeleton h={12} w={widths[index % widths.length]} />
          <Skeleton h={8} />
          <Skeleton h={12} w={48} />
        </div>
      ))}
    </div>
  )
}

export function KpiSkeleton() {
  return (
    <div aria-busy className={classes.kpi}>
      <Skeleton h={12} w={92} />
      <Skeleton h={32} w={84} />
      <Skeleton h={8} />
    </div>
  )
}

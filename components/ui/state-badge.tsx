import type { ComponentType, ReactNode } from 'react'
import classes from './state-badge.module.css'

export type Tone = 'ok' | 'risk' | 'under' | 'over' | 'idle' | 'brand'
export type IconComponent = ComponentType<{
  size?: number | string
  stroke?: number | string
  'aria-hidden'?: boolean
}>

type Props = { tone: Tone; icon?: IconComponent; soft?: boolean; children: ReactNode }

/** A state in words, with its icon; any state of the product that is not a plan status. */
export function StateBadge({ tone, icon: Icon, soft = false, children }: Props) {
  return (
    <span className={classes.badge} data-tone={tone} data-soft={soft || undefined}>
      {Icon && <Icon size={14} stroke={1.9} aria-hidden />}
      <span>{children}</span>
    </span>
  )
}

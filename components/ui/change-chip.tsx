import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './change-chip.module.css'

/** The effect of the last change: « −0,4 pt ». `worse` decides the colour, not the sign. */
export function ChangeChip({ children, worse = false }: { children: ReactNode; worse?: boolean }) {
  const Arrow = worse ? IconArrowDownRight : IconArrowUpRight
  return (
    <span className={classes.chip} data-worse={worse || undefined}>
      <Arrow size={14} stroke={1.9} aria-hidden />
      {children}
    </span>
  )
}

/** A difference on a dark plate, where something changed in a preview: « +402 ». */
export const DeltaChip = ({ children }: { children: ReactNode }) => (
  <span className={classes.delta}>{children}</span>
)

'use client'
import { Drawer } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePhone } from './use-phone.ts'
import classes from './side-panel.module.css'

export type SidePanelProps = {
  opened: boolean
  onClose: () => void
  title: ReactNode
  context?: ReactNode
  /** Buttons that stay in view. */
  footer?: ReactNode
  width?: number
  children: ReactNode
}

/** A panel from the right; from the bottom on a phone. */
export function SidePanelDrawer({
  opened,
  onClose,
  title,
  context,
  footer,
  width = 440,
  children,
}: SidePanelProps) {
  const t = useTranslations('common.actions')
  const phone = usePhone()
  // One that arrives already asked for still opens after it stands there: it gives the focus back when it closes.
  const mounted = useMounted()
  return (
    <Drawer
      opened={opened && mounted}
      onClose={onClose}
      position={phone ? 'bottom' : 'right'}
      size={phone ? '90%' : width}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ body: classes.body, content: classes.content }}
      title={
        <>
          {title}
          {context && <span className={classes.context}>{context}</span>}
        </>
      }
    >
      <div className={classes.scroll}>{children}</div>
      {footer && <div className={classes.footer}>{footer}</div>}
    </Drawer>
  )
}

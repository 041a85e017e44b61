'use client'
import { Drawer } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { usePhone } from './use-phone.ts'
import classes from './side-panel.module.css'

type Props = {
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
export function SidePanel({ opened, onClose, title, context, footer, width = 440, children }: Props) {
  const t = useTranslations('common.actions')
  const phone = usePhone()
  return (
    <Drawer
      opened={opened}
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

/** Terms and values, two columns. */
export function Facts({ facts }: { facts: readonly { key: string; term: ReactNode; value: ReactNode }[] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(({ key, term, value }) => (
        <div key={key}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

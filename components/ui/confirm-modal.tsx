'use client'
import { Button, Group, Modal } from '@mantine/core'
import { useMounted } from '@mantine/hooks'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

type Props = {
  opened: boolean
  onClose: () => void
  title: ReactNode
  /** What follows from saying yes. */
  children: ReactNode
  /** The verb of the act: « Publier ». */
  confirm: ReactNode
  onConfirm: () => void
  busy?: boolean
  /** Something is still missing: the verb is not offered. */
  blocked?: boolean
  danger?: boolean
}

/** For publish, submit, approve, seal, delete, and nothing else: everything else can be undone. */
export function ConfirmModal(props: Props) {
  const {
    opened,
    onClose,
    title,
    children,
    confirm,
    onConfirm,
    busy = false,
    blocked = false,
    danger = false,
  } = props
  const t = useTranslations('common.actions')
  // One that arrives already asked for still opens after it stands there: it gives the focus back when it closes.
  const mounted = useMounted()
  return (
    <Modal
      opened={opened && mounted}
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color={danger ? 'red' : 'visee'} loading={busy} disabled={blocked} onClick={onConfirm}>
          {confirm}
        </Button>
      </Group>
    </Modal>
  )
}

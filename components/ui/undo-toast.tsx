'use client'
import { Button, Kbd } from '@mantine/core'
import type { NotificationData } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useCallback, type ReactNode } from 'react'
import classes from './undo-toast.module.css'

const shownFor = 8000

// As the container that shows them: nothing speaks before a first action.
const withToasts = () => import('@mantine/notifications').then(({ notifications }) => notifications)

const show = (data: NotificationData) => void withToasts().then((toasts) => toasts.show(data))

const hide = (id: string) => void withToasts().then((toasts) => toasts.hide(id))

/** Nothing is said any more, nor offered to be taken back. */
export const clearToasts = () => void withToasts().then((toasts) => toasts.clean())

/** `undo(message, onUndo)`: says what was done, for 8 seconds (longer under the pointer), with the way back. */
export function useUndoToast() {
  const t = useTranslations('common.actions')
  return useCallback(
    (message: ReactNode, onUndo: () => void) => {
      const id = crypto.randomUUID()
      show({
        id,
        autoClose: shownFor,
        withCloseButton: false,
        message: (
          <span className={classes.line}>
            <span>{message}</span>
            <Button
              variant="transparent"
              size="compact-sm"
              onClick={() => {
                hide(id)
                onUndo()
              }}
            >
              {t('undo')}
            </Button>
            <Kbd>Ctrl Z</Kbd>
          </span>
        ),
      })
    },
    [t],
  )
}

/** A plain word at the bottom of the screen: the end of a long task, a copy made. */
export const toast = (message: ReactNode) => show({ message, withCloseButton: false })

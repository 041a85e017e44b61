'use client'
import { Button, Kbd } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslations } from 'next-intl'
import { useCallback, type ReactNode } from 'react'
import classes from './undo-toast.module.css'

const shownFor = 8000

/** `undo(message, onUndo)`: says what was done, for 8 seconds (longer under the pointer), with the way back. */
export function useUndoToast() {
  const t = useTranslations('common.actions')
  return useCallback(
    (message: ReactNode, onUndo: () => void) => {
      const id = notifications.show({
        autoClose: shownFor,
        withCloseButton: false,
        message: (
          <span className={classes.line}>
            <span>{message}</span>
            <Button
              variant="transparent"
              size="compact-sm"
              onClick={() => {
                notifications.hide(id)
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
export const toast = (message: ReactNode) => notifications.show({ message, withCloseButton: false })

'use client'
import { Notifications } from '@mantine/notifications'
import classes from './toasts.module.css'

export function Toasts() {
  return (
    <Notifications
      position="bottom-left"
      limit={3}
      autoClose={8000}
      pauseResetOnHover="notification"
      containerWidth={440}
      classNames={{ root: classes.root, notification: classes.toast }}
    />
  )
}

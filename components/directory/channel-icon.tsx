import {
  IconCalendarEvent,
  IconDeviceMobileMessage,
  IconMail,
  IconPhone,
  IconStethoscope,
  IconVideo,
} from '@tabler/icons-react'
import type { ChannelKind } from '#src/contracts/words.ts'

const icons = {
  VISIT: IconStethoscope,
  REMOTE: IconVideo,
  PHONE: IconPhone,
  EMAIL: IconMail,
  SMS: IconDeviceMobileMessage,
  EVENT: IconCalendarEvent,
}

export function ChannelIcon({ kind, size = 16 }: { kind: ChannelKind; size?: number }) {
  const Icon = icons[kind]
  return <Icon size={size} stroke={1.75} aria-hidden style={{ verticalAlign: '-3px' }} />
}

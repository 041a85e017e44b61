import {
  IconCalendarEvent,
  IconDeviceMobileMessage,
  IconMail,
  IconPhone,
  IconStethoscope,
  IconVideo,
} from '@tabler/icons-react'
import type { ChannelKind } from '#src/contracts/words.ts'

const icons: Record<ChannelKind, typeof IconPhone> = {
  VISIT: IconStethoscope,
  REMOTE: IconVideo,
  PHONE: IconPhone,
  EMAIL: IconMail,
  SMS: IconDeviceMobileMessage,
  EVENT: IconCalendarEvent,
}

/** A channel, beside its name or its number. */
export function ChannelGlyph({ kind, size = 14 }: { kind: ChannelKind; size?: number }) {
  const Icon = icons[kind]
  return <Icon size={size} stroke={1.75} aria-hidden style={{ flex: 'none' }} />
}

'use client'
import {
  IconAlertTriangle,
  IconCircleArrowDown,
  IconCircleArrowUp,
  IconCircleCheck,
  IconCircleDashed,
  IconUserOff,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { StateBadge, type Tone } from './state-badge.tsx'

export const statuses = ['ON_PLAN', 'AT_RISK', 'UNDER', 'OVER', 'NOT_STARTED', 'VACANT'] as const
/** Where something stands against its plan. */
export type Status = (typeof statuses)[number]

const looks: Record<Status, { tone: Tone; icon: typeof IconCircleCheck }> = {
  ON_PLAN: { tone: 'ok', icon: IconCircleCheck },
  AT_RISK: { tone: 'risk', icon: IconAlertTriangle },
  UNDER: { tone: 'under', icon: IconCircleArrowDown },
  OVER: { tone: 'over', icon: IconCircleArrowUp },
  NOT_STARTED: { tone: 'idle', icon: IconCircleDashed },
  VACANT: { tone: 'idle', icon: IconUserOff },
}

/** Icon, word and colour, always the three. `soft` (tinted) in headings, plain in table columns. */
export function StatusBadge({ status, soft = false }: { status: Status; soft?: boolean }) {
  const t = useTranslations('common.status')
  const { tone, icon } = looks[status]
  return (
    <StateBadge tone={tone} icon={icon} soft={soft}>
      {t(status)}
    </StateBadge>
  )
}

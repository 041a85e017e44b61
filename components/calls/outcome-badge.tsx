'use client'
import { IconBan, IconCircleCheck, IconCircleDashed, IconDoorOff, IconHandStop } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { StateBadge, type Tone } from '#components/ui/state-badge.tsx'
import type { CallOutcome } from '#src/contracts/words.ts'

const looks: Record<CallOutcome, { tone: Tone; icon: typeof IconBan }> = {
  DONE: { tone: 'ok', icon: IconCircleCheck },
  REFUSED: { tone: 'risk', icon: IconHandStop },
  ABSENT: { tone: 'idle', icon: IconDoorOff },
  PLANNED: { tone: 'brand', icon: IconCircleDashed },
  CANCELLED: { tone: 'idle', icon: IconBan },
}

export function OutcomeBadge({ outcome }: { outcome: CallOutcome }) {
  const t = useTranslations('calls.outcome')
  const { tone, icon } = looks[outcome]
  return (
    <StateBadge tone={tone} icon={icon}>
      {t(outcome)}
    </StateBadge>
  )
}

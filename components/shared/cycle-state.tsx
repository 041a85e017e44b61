'use client'
import { IconLock, IconPencil, IconProgress } from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { StateBadge } from '#components/ui/state-badge.tsx'
import type { CycleState } from '#src/contracts/cycles.ts'

/** In preparation (and at which step), running or closed. */
export function CycleStateBadge({ state }: { state: CycleState }) {
  const t = useTranslations('cycles.state')
  if (state === 'RUNNING')
    return (
      <StateBadge tone="ok" icon={IconProgress}>
        {t(state)}
      </StateBadge>
    )
  return (
    <StateBadge tone="idle" icon={state === 'CLOSED' ? IconLock : IconPencil}>
      {t(state)}
    </StateBadge>
  )
}

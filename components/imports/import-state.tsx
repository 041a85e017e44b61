'use client'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconClock,
  IconFileSearch,
  IconProgress,
  IconX,
} from '@tabler/icons-react'
import { useTranslations } from 'next-intl'
import { StateBadge, type IconComponent, type Tone } from '#components/ui/state-badge.tsx'
import type { ImportDto } from '#src/contracts/imports.ts'

const looks: Record<ImportDto['state'], { tone: Tone; icon: IconComponent }> = {
  UPLOADED: { tone: 'idle', icon: IconClock },
  CHECKING: { tone: 'brand', icon: IconProgress },
  CHECKED: { tone: 'brand', icon: IconFileSearch },
  APPLYING: { tone: 'brand', icon: IconProgress },
  APPLIED: { tone: 'ok', icon: IconCircleCheck },
  FAILED: { tone: 'under', icon: IconX },
}

export function ImportStateBadge({ found, soft = false }: { found: ImportDto; soft?: boolean }) {
  const t = useTranslations('imports.states')
  const wrong = found.state === 'CHECKED' && (found.counts?.errors ?? 0) > 0
  if (wrong)
    return (
      <StateBadge tone="risk" icon={IconAlertTriangle} soft={soft}>
        {t(found.blocked ? 'blocked' : 'withErrors')}
      </StateBadge>
    )
  const { tone, icon } = looks[found.state]
  return (
    <StateBadge tone={tone} icon={icon} soft={soft}>
      {t(found.state)}
    </StateBadge>
  )
}

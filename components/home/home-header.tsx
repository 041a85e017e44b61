'use client'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormat } from '#components/ui/format.ts'
import { PageHeader } from '#components/ui/page-header.tsx'
import type { HomeDto } from '#src/contracts/home.ts'
import { capital } from '#src/lib/format/capital.ts'

type Props = { home: HomeDto; badge?: ReactNode; sentence?: ReactNode; actions?: ReactNode }

const few = 2

/** The day, the perimeter, and how far the figures go. */
export function HomeHeader({ home, badge, sentence, actions }: Props) {
  const t = useTranslations('home')
  const format = useFormat()
  const { sectors, regions } = home.perimeter
  const perimeter =
    sectors.length === 0
      ? null
      : sectors.length <= few
        ? sectors.join(', ')
        : t('perimeter', { sectors: sectors.length, regions: regions.length })
  const asOf = home.standing && t('asOf', { day: format.day(home.standing.asOf, 'long') })
  return (
    <PageHeader
      title={capital(format.day(home.today, 'weekday'))}
      badge={badge}
      context={[perimeter, asOf].filter(Boolean).join(' · ')}
      sentence={sentence}
      actions={actions}
    />
  )
}

'use client'
import { useTranslations } from 'next-intl'
import { Page } from '#components/layout/page.tsx'
import { ErrorState, KpiSkeleton, TableSkeleton } from '#components/ui/states.tsx'
import { useHome } from '#src/client/home/use-home.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { AdministratorHome } from './administrator-home.tsx'
import { HeadOfficeHome } from './head-office-home.tsx'
import { ManagerHome } from './manager-home.tsx'
import { RepHome } from './rep-home.tsx'

type Props = { actor: Pick<Actor, 'role' | 'readOnly'> }

/** Each role its own: what to do next, then how things stand. */
export function HomeScreen({ actor }: Props) {
  const t = useTranslations('home')
  const { data, isError, refetch } = useHome()
  if (isError)
    return (
      <Page>
        <ErrorState title={t('failed')} onRetry={() => void refetch()} />
      </Page>
    )
  if (!data)
    return (
      <Page>
        <KpiSkeleton />
        <TableSkeleton rows={6} rowHeight={56} />
      </Page>
    )
  switch (actor.role) {
    case 'HQ':
      return <HeadOfficeHome home={data} actor={actor} />
    case 'MANAGER':
      return <ManagerHome home={data} />
    case 'REP':
      return <RepHome home={data} mayLog={!actor.readOnly} />
    case 'ADMIN':
      return <AdministratorHome home={data} />
  }
}

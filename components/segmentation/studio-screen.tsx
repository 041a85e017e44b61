'use client'
import { Skeleton } from '@mantine/core'
import { Page } from '#components/layout/page.tsx'
import { ErrorState } from '#components/ui/states.tsx'
import { useStudio } from '#src/client/segmentation/use-studio.ts'
import type { Actor } from '#src/contracts/actor.ts'
import { mayEver } from '#src/policy/can.ts'
import { Studio } from './studio.tsx'
import classes from './studio.module.css'

type Props = { cycleId: string; actor: Pick<Actor, 'role' | 'readOnly'> }

/** The segmentation studio of a cycle. */
export function StudioScreen({ cycleId, actor }: Props) {
  const { data, isPending, refetch } = useStudio(cycleId)
  if (data)
    return (
      <Studio
        key={cycleId}
        studio={data}
        mayWrite={mayEver(actor, 'configuration.write')}
        mayRun={mayEver(actor, 'runs.start')}
      />
    )
  return (
    <Page>
      {isPending ? (
        <div aria-busy className={classes.waiting}>
          <Skeleton h={28} w={320} />
          <Skeleton h={14} w={420} />
          <div className={classes.axes}>
            <Skeleton h={260} />
            <Skeleton h={260} />
          </div>
          <Skeleton h={320} />
        </div>
      ) : (
        <ErrorState onRetry={() => void refetch()} />
      )}
    </Page>
  )
}

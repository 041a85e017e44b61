'use client'
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { CycleRibbon } from '#components/layout/cycle-ribbon.tsx'
import { useRibbon } from '#src/client/cycles/use-cycles.ts'

/** What stands over every screen of a cycle: where it stands. */
export function CycleFrame({ cycleId, children }: { cycleId: string; children: ReactNode }) {
  const { data } = useRibbon(cycleId)
  return (
    <>
      {data ? (
        <CycleRibbon ribbon={{ cycleId, steps: data.steps }} />
      ) : (
        <Skeleton h="var(--ribbon)" radius={0} />
      )}
      {children}
    </>
  )
}

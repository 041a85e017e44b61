'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '#src/client/api.ts'
import { CycleRibbon } from './cycle-ribbon.tsx'

/** Where a cycle stands, read by itself: above a screen of that cycle whose address does not name it. */
export function LiveRibbon({ cycleId }: { cycleId: string }) {
  const { data } = useQuery(api.cycles.ribbon.queryOptions({ input: { id: cycleId } }))
  return data ? <CycleRibbon ribbon={{ cycleId: data.id, steps: data.steps }} /> : null
}

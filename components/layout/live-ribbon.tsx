'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '#src/client/api.ts'
import { CycleRibbon } from './cycle-ribbon.tsx'
import classes from './cycle-ribbon.module.css'

/** Where a cycle stands, read by itself: above a screen of that cycle whose address does not name it. */
export function LiveRibbon({ cycleId }: { cycleId: string }) {
  const { data, isPending } = useQuery(api.cycles.ribbon.queryOptions({ input: { id: cycleId } }))
  // Its place is kept while it is read: the page does not jump under a thumb.
  if (isPending) return <div className={classes.ahead} />
  return data ? <CycleRibbon ribbon={{ cycleId: data.id, steps: data.steps }} /> : null
}

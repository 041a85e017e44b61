'use client'
import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'

export const useHome = () => useQuery(api.home.get.queryOptions())

export const useCycleLines = () => useQuery(api.cycles.list.queryOptions())

/** Plans of a cycle by region; nothing is asked without a cycle. */
export const useEngagement = (cycleId: string | null) =>
  useQuery(api.plans.overview.queryOptions({ input: cycleId ? { cycleId } : {}, enabled: cycleId !== null }))

/** The own perimeter of this person in the running cycle. */
export const useOwnFollowUp = (cycleId: string | null) =>
  useQuery(api.followUp.get.queryOptions({ input: { id: cycleId ?? '' }, enabled: cycleId !== null }))

/** What would bring a sector back; asked only while its chance is low. */
export const useWayOut = (cycleId: string | null, sectorId: string | null) =>
  useQuery(
    api.alerts.wayOut.queryOptions({
      input: { cycleId: cycleId ?? '', sectorId: sectorId ?? '' },
      enabled: cycleId !== null && sectorId !== null,
    }),
  )

export const useCallsOfDay = (day: string) =>
  useQuery(api.calls.list.queryOptions({ input: { from: day, to: day, limit: 50 } }))

'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'

type Filter = {
  cycleId?: string | undefined
  sectorId?: string | undefined
  withClosed?: boolean | undefined
}

export const useAlerts = ({ cycleId, sectorId, withClosed }: Filter) =>
  useQuery(
    api.alerts.list.queryOptions({
      input: {
        ...(cycleId && { cycleId }),
        ...(sectorId && { sectorId }),
        ...(withClosed && { withClosed }),
      },
    }),
  )

export const useWayOut = (input: { cycleId: string; sectorId: string }, enabled: boolean) =>
  useQuery(api.alerts.wayOut.queryOptions({ input, enabled, staleTime: 60_000 }))

export function useAcknowledge() {
  const queryClient = useQueryClient()
  return useMutation(
    api.alerts.acknowledge.mutationOptions({
      onSettled: () => queryClient.invalidateQueries({ queryKey: api.alerts.key() }),
    }),
  )
}

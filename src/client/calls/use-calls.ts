'use client'
import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback } from 'react'
import type { CallsFilter } from '#src/contracts/calls.ts'
import { api } from '../api.ts'

const pageLength = 50
const dayLength = 100

export const useCallOptions = () => useQuery(api.calls.options.queryOptions({ staleTime: 60_000 }))

export const useSuggestions = (q: string, hcpId: string | null, enabled: boolean) =>
  useQuery({
    ...api.calls.suggestions.queryOptions({ input: { q, ...(hcpId && { hcpId }) }, enabled }),
    placeholderData: keepPreviousData,
  })

export const useCallDays = (from: string, to: string) =>
  useQuery({
    ...api.calls.days.queryOptions({ input: { from, to } }),
    placeholderData: keepPreviousData,
  })

/** The calls of one day. */
export const useDayCalls = (day: string) =>
  useQuery(api.calls.list.queryOptions({ input: { from: day, to: day, limit: dayLength } }))

export const useCallHistory = (filter: CallsFilter) =>
  useInfiniteQuery({
    ...api.calls.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ ...filter, limit: pageLength, ...(cursor && { cursor }) }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last) => last.nextCursor ?? undefined,
    }),
    placeholderData: keepPreviousData,
  })

export const useCallChance = (id: string | null) =>
  useQuery(api.calls.chance.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }))

/** What calls change: their lists, the follow-up, the alerts. */
export function useFreshCalls() {
  const queryClient = useQueryClient()
  return useCallback(() => {
    for (const queryKey of [api.calls.key(), api.followUp.key(), api.alerts.key()])
      void queryClient.invalidateQueries({ queryKey })
  }, [queryClient])
}

export const useCorrectCall = () =>
  useMutation(api.calls.correct.mutationOptions({ onSettled: useFreshCalls() }))

export const useUndoCall = () => useMutation(api.calls.undo.mutationOptions({ onSettled: useFreshCalls() }))

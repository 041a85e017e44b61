'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { StudioDto } from '#src/contracts/segmentation.ts'
import { api } from '../api.ts'

const everySecond = 1000

export const datasetUrl = (cycleId: string) => `/api/v1/datasets/${cycleId}`

export const useStudio = (cycleId: string) =>
  useQuery(api.segmentation.get.queryOptions({ input: { id: cycleId }, staleTime: Infinity }))

/** The last official run, asked again every second while it waits or computes. */
export function useSegmentationRun(cycleId: string, onEnd: () => void) {
  const query = useQuery(
    api.segmentation.run.queryOptions({
      input: { id: cycleId },
      staleTime: 0,
      refetchInterval: ({ state }) => (isUnderWay(state.data?.run?.state) ? everySecond : false),
    }),
  )
  const run = query.data?.run ?? null
  const before = useRef(run?.state)
  useEffect(() => {
    if (isUnderWay(before.current) && run && !isUnderWay(run.state)) onEnd()
    before.current = run?.state
  }, [run, onEnd])
  return run
}

export const isUnderWay = (state: string | undefined) => state === 'QUEUED' || state === 'RUNNING'

export function useStudioCommands(cycleId: string) {
  const queries = useQueryClient()
  const studioKey = api.segmentation.get.queryKey({ input: { id: cycleId } })
  const runKey = api.segmentation.run.queryKey({ input: { id: cycleId } })
  const save = useMutation(
    api.segmentation.save.mutationOptions({
      onSuccess: (saved) => {
        queries.setQueryData<StudioDto>(studioKey, (known) => known && { ...known, ...saved })
        return queries.invalidateQueries({ queryKey: api.cycles.key() })
      },
    }),
  )
  const start = useMutation(
    api.segmentation.start.mutationOptions({ onSuccess: (run) => queries.setQueryData(runKey, { run }) }),
  )
  const cancel = useMutation(
    api.segmentation.cancel.mutationOptions({ onSuccess: (answer) => queries.setQueryData(runKey, answer) }),
  )
  return {
    save,
    start,
    cancel,
    /** What others did meanwhile, or a run that ended: read again, ribbon included. */
    refresh: async () => {
      await queries.invalidateQueries({ queryKey: studioKey })
      await queries.invalidateQueries({ queryKey: api.cycles.key() })
    },
    readAgain: () =>
      queries.fetchQuery(api.segmentation.get.queryOptions({ input: { id: cycleId }, staleTime: 0 })),
  }
}

/** Names and sources of a few hcps. */
export const useCards = (cycleId: string, hcpIds: readonly string[]) =>
  useQuery(
    api.segmentation.cards.queryOptions({
      input: { id: cycleId, hcpIds: [...hcpIds] },
      enabled: hcpIds.length > 0,
      placeholderData: (before) => before,
    }),
  )

/** Hcps whose name answers a few letters. */
export const useHcpSearch = (text: string) =>
  useQuery(
    api.directory.list.queryOptions({
      input: { q: text, limit: 8, segmentation: 'general' },
      enabled: text.trim().length >= 2,
      placeholderData: (before) => before,
    }),
  )

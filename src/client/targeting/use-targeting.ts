'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { PublicationRun, TargetingDto } from '#src/contracts/targeting.ts'
import { api, client } from '../api.ts'

export const useTargeting = (id: string) => useQuery(api.targeting.get.queryOptions({ input: { id } }))

export const useSectorTargets = (id: string, sectorId: string | null) =>
  useQuery(
    api.targeting.sector.queryOptions({
      input: { id, sectorId: sectorId ?? '' },
      enabled: sectorId !== null,
    }),
  )

const underWay = (run: PublicationRun | null) => run?.state === 'QUEUED' || run?.state === 'RUNNING'

/** The publication under way, asked every second; when it ends, everything of the cycle is read again. */
export function usePublicationRun(targeting: TargetingDto, mayPublish: boolean): PublicationRun | null {
  const queryClient = useQueryClient()
  const input = { id: targeting.cycleId }
  const { data } = useQuery(
    api.targeting.publication.queryOptions({
      input,
      enabled: mayPublish && underWay(targeting.publishing),
      refetchInterval: 1000,
    }),
  )
  const run =
    data?.run && targeting.publishing && data.run.id === targeting.publishing.id
      ? data.run
      : targeting.publishing
  const ended = underWay(targeting.publishing) && !underWay(run)
  useEffect(() => {
    if (!ended) return
    void queryClient.invalidateQueries({ queryKey: api.targeting.key() })
    void queryClient.invalidateQueries({ queryKey: api.strategy.key() })
    void queryClient.invalidateQueries({ queryKey: api.cycles.key() })
  }, [ended, queryClient])
  return run
}

export function usePublish(targeting: TargetingDto) {
  const queryClient = useQueryClient()
  const { cycleId: id, version, configurationVersion, runId } = targeting
  return useMutation({
    mutationFn: () =>
      client.targeting.publish({
        id,
        commandId: crypto.randomUUID(),
        version,
        configurationVersion,
        runId: runId ?? '',
      }),
    onSuccess: (run) => {
      queryClient.setQueryData(
        api.targeting.get.queryKey({ input: { id } }),
        (known: TargetingDto | undefined) => known && { ...known, publishing: run },
      )
    },
    onError: () => queryClient.invalidateQueries({ queryKey: api.targeting.key() }),
  })
}

/** Theoretical targets as a file, of one sector or of all in reach. */
export const useTargetingExport = (id: string) =>
  useMutation({
    mutationFn: (sectorId: string | null) => client.targeting.export({ id, ...(sectorId && { sectorId }) }),
    onSuccess: ({ fileName, content }) => {
      const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
      const link = document.createElement('a')
      link.href = url
      link.download = fileName
      link.click()
      URL.revokeObjectURL(url)
    },
  })

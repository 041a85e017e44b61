'use client'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, client } from '../api.ts'

export const usePlan = (id: string) => useQuery(api.plans.get.queryOptions({ input: { id } }))

export const usePlanOverview = (cycleId?: string) =>
  useQuery(api.plans.overview.queryOptions({ input: cycleId ? { cycleId } : {} }))

export const useCandidates = (id: string, text: string, enabled: boolean) =>
  useQuery({
    ...api.plans.candidates.queryOptions({ input: { id, text } }),
    enabled,
    placeholderData: keepPreviousData,
  })

/** After a change of state, everything that counts plans is read again. */
function useForget() {
  const queryClient = useQueryClient()
  return () => {
    void queryClient.invalidateQueries({ queryKey: api.plans.key() })
    void queryClient.invalidateQueries({ queryKey: api.cycles.key() })
    void queryClient.invalidateQueries({ queryKey: api.home.key() })
  }
}

export const useSubmitPlan = () => useMutation(api.plans.submit.mutationOptions({ onSuccess: useForget() }))
export const useDecide = () => useMutation(api.plans.decide.mutationOptions({ onSettled: useForget() }))
export const useReturnPlan = () => useMutation(api.plans.return.mutationOptions({ onSuccess: useForget() }))
export const useApprovePlan = () => useMutation(api.plans.approve.mutationOptions({ onSuccess: useForget() }))

export const useExportPlan = () =>
  useMutation({
    mutationFn: (id: string) => client.plans.export({ id }),
    onSuccess: ({ fileName, content }) => {
      const url = URL.createObjectURL(new Blob([content], { type: 'text/csv;charset=utf-8' }))
      const link = document.createElement('a')
      link.href = url
      link.download = fileName
      link.click()
      URL.revokeObjectURL(url)
    },
  })

'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../api.ts'

export const useCycles = () => useQuery(api.cycles.list.queryOptions())
export const useRibbon = (id: string) => useQuery(api.cycles.ribbon.queryOptions({ input: { id } }))
export const useCycle = (id: string) => useQuery(api.cycles.get.queryOptions({ input: { id } }))
export const useCycleOptions = () => useQuery(api.cycles.options.queryOptions())
export const useChecklist = (id: string) => useQuery(api.cycles.checklist.queryOptions({ input: { id } }))
export const useCycleHistory = (id: string) => useQuery(api.cycles.history.queryOptions({ input: { id } }))

/** Create, change and move cycles; every screen that speaks of cycles reads again, the frame's switcher included. */
export function useCycleCommands() {
  const queries = useQueryClient()
  const refresh = () => queries.invalidateQueries({ queryKey: api.cycles.key() })
  return {
    refresh,
    create: useMutation(api.cycles.create.mutationOptions({ onSuccess: refresh })),
    update: useMutation(api.cycles.update.mutationOptions({ onSuccess: refresh })),
    move: useMutation(
      api.cycles.transition.mutationOptions({
        onSettled: async () => {
          await refresh()
          await queries.invalidateQueries({ queryKey: api.qualification.key() })
        },
      }),
    ),
  }
}

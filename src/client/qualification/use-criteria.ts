'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { CriteriaDto } from '#src/contracts/qualification.ts'
import { api } from '../api.ts'

export const useCriteria = (cycleId: string) =>
  useQuery(api.qualification.criteria.queryOptions({ input: { id: cycleId } }))

export const useCompleteness = (cycleId: string) =>
  useQuery(api.qualification.completeness.queryOptions({ input: { id: cycleId } }))

export type Behind = { sectorId: string | null; key: string; state: 'present' | 'toAsk' }

export const useHcpsBehind = (cycleId: string, behind: Behind | null) =>
  useQuery(
    api.qualification.hcpsBehind.queryOptions({
      input: { id: cycleId, ...(behind ?? { sectorId: null, key: '', state: 'toAsk' as const }) },
      enabled: behind !== null,
    }),
  )

/** Adding, changing, ordering and leaving out criteria; figures that depend on them are read again. */
export function useCriteriaCommands(cycleId: string) {
  const queries = useQueryClient()
  const onSuccess = async (saved: CriteriaDto) => {
    queries.setQueryData(api.qualification.criteria.queryKey({ input: { id: cycleId } }), saved)
    await queries.invalidateQueries({ queryKey: api.qualification.completeness.key() })
    await queries.invalidateQueries({ queryKey: api.cycles.key() })
  }
  return {
    save: useMutation(api.qualification.saveCriterion.mutationOptions({ onSuccess })),
    arrange: useMutation(api.qualification.arrangeCriteria.mutationOptions({ onSuccess })),
    /** After a conflict: what is there now. */
    refresh: () => queries.invalidateQueries({ queryKey: api.qualification.criteria.key() }),
  }
}
